#include "app/keeping.h"

#include "io/work/image_store.h"

#include <algorithm>

namespace limn {

Keeping::Keeping(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_stateTimer.setSingleShot(true);
    m_stateTimer.setInterval(200);
    connect(&m_stateTimer, &QTimer::timeout, this, &Keeping::sendState);
    connect(&session, &Session::edited, this, &Keeping::sendEdit);
    connect(&session, &Session::stepsChanged, this, &Keeping::noteMap);
    connect(&session, &Session::baseStepChanged, this, &Keeping::noteMap);
    connect(&session, &Session::stateChanged, this, [this] {
        if (m_image && !m_stateTimer.isActive())
            m_stateTimer.start();
    });
    connect(&m_journal, &Journal::startedAnew, this, &Keeping::sendEverything);
}

void Keeping::openFolder(const std::filesystem::path& folder)
{
    m_folder = folder;
    m_journal.openFolder(folder);
}

ImageKey Keeping::keyOf(const std::filesystem::path& image, const Volume& volume) const
{
    return {image.lexically_relative(m_folder).generic_string(), volume.source.contentHash,
            volume.size, volume.sliceCount()};
}

void Keeping::follow(const ImageKey& key)
{
    m_image = key;
    m_newMaps.clear();
    m_stateTimer.stop();
}

void Keeping::leave()
{
    if (!m_image)
        return;
    Q_EMIT leaving();
    sendPending();
    m_journal.leaveImage(*m_image);
    m_image.reset();
    m_newMaps.clear();
}

void Keeping::sendPending()
{
    if (m_stateTimer.isActive())
        sendState();
}

void Keeping::sendEdit(const HumanEdit& edit)
{
    if (!m_image)
        return;
    std::vector<Stroke> strokes;
    for (const auto& [slice, box] : edit.boxes)
        strokes.push_back({slice, box,
                           bytesIn(box, m_session.human().slice(slice), m_session.human().size),
                           edit.kind, edit.number, edit.text.toStdString()});
    m_journal.strokes(*m_image, std::move(strokes));
}

void Keeping::noteMap()
{
    const StepPtr step = m_session.baseStep();
    if (!m_image || !step)
        return;
    // By the votes of several chains the map that decides is another one.
    m_newMaps[m_session.currentSlice()] = {
        m_session.agreement() > 0
            ? std::make_shared<const ProbabilityMap>(m_session.decidingMap())
            : std::shared_ptr<const ProbabilityMap>(step, &step->posterior),
        m_session.runFacts()};
    if (!m_stateTimer.isActive())
        m_stateTimer.start();
}

void Keeping::sendState()
{
    m_stateTimer.stop();
    if (!m_image)
        return;
    m_journal.state(*m_image,
                    StateUpdate{m_session.labelTable(), m_session.threshold(),
                                m_session.baseStepIndex(), m_session.status(),
                                m_session.secondsSpent(), std::move(m_newMaps),
                                m_session.looks(), m_session.notes()});
    m_newMaps.clear();
}

void Keeping::sendEverything()
{
    if (!m_image)
        return;
    const Rect whole = wholeOf(m_session.human().size);
    HumanEdit everything;
    for (int slice = 0; slice < m_session.human().sliceCount; ++slice)
        if (std::ranges::any_of(m_session.human().slice(slice),
                                [](Label label) { return label != untouched; }))
            everything.boxes[slice] = whole;
    if (!everything.boxes.empty())
        sendEdit(everything);
    m_journal.state(*m_image, m_session.state());
}

} // namespace limn
