#include "app/comparing.h"

#include "app/evaluation.h"
#include "io/work/image_store.h"
#include "io/work/schema.h"
#include "ui/session/error_text.h"
#include "ui/view/compare_dialog.h"
#include "ui/view/main_window.h"

namespace limn {

namespace fs = std::filesystem;

namespace {

// Of a work file that is open in another Limn, too: nothing is written.
Result<LabelPicture> maskInWorkFile(const fs::path& file, const std::string& image)
{
    const auto database = Database::open(file, Access::ReadOnly, Logging::Rollback);
    if (!database)
        return std::unexpected(database.error());
    const auto state = schemaState(**database);
    if (!state)
        return std::unexpected(state.error());
    if (*state != SchemaState::Current)
        return fail(ErrorCode::UnsupportedFormat, file.filename().string(),
                    "a work file of another version of Limn: open its folder once");
    auto labels = ImageStore(**database).composedLabels(image);
    if (!labels)
        return std::unexpected(labels.error());
    return LabelPicture{labels->size, std::move(labels->values), labels->sliceCount};
}

} // namespace

Result<Comparison> comparisonOf(const LabelPicture& ours, LabelPicture theirs,
                                const LabelTable& names, const std::string& other)
{
    const auto score = scoreLabels(other, ours, theirs);
    if (!score)
        return std::unexpected(score.error());
    Comparison comparison;
    comparison.other = QString::fromStdString(other);
    comparison.isMillimetres = score->isMillimetres;
    for (std::size_t k = 0; k < score->score.classes.size(); ++k) {
        const ClassScore& one = score->score.classes[k];
        if (one.pixels.presence() == Presence::Neither)
            continue;
        const auto label = static_cast<Label>(k + 1);
        const LabelRow* const row = names.find(label);
        comparison.labels.push_back(
            {label, row ? QString::fromStdString(row->name) : Comparing::tr("label %1").arg(label),
             one.of(Metric::Dice), one.of(Metric::Hd95), one.pixels.truePositive,
             one.pixels.falsePositive, one.pixels.falseNegative});
    }
    comparison.ours = LabelMap{{ours.size, ours.sliceCount, ours.labels}};
    comparison.theirs = LabelMap{{theirs.size, theirs.sliceCount, std::move(theirs.labels)}};
    return comparison;
}

Comparing::Comparing(Session& session, FileThread& files, ImportClient& client, Keeping& keeping,
                     MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
    , m_window(window)
{
    connect(&window, &MainWindow::compareRequested, this, &Comparing::open);
}

void Comparing::open()
{
    if (!m_session.isOpen())
        return;
    m_dialog = new CompareDialog(m_session, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &CompareDialog::otherChosen, this, &Comparing::compare);
    m_dialog->open();
}

void Comparing::compare(const QString& file)
{
    if (!m_session.isOpen() || !m_keeping.image()) // another folder came meanwhile
        return;
    const Volume& volume = *m_session.volume();
    m_files.post(
        FileThread::Turn::Now,
        [this, dialog = m_dialog, path = fs::path(file.toStdString()),
         ours = LabelPicture{volume.size, m_session.labels().values, volume.sliceCount(),
                             volume.geometry},
         names = m_session.labelTable(),
         image = m_keeping.image()->path](const std::stop_token& stop) {
            auto theirs = path.extension() == ".limn"
                ? maskInWorkFile(path, image)
                : readLabelPicture(path, [&](const fs::path& mask, int frame) {
                      return m_client.readLabels(mask, frame, stop);
                  });
            auto comparison = theirs
                ? comparisonOf(ours, std::move(*theirs), names, path.filename().string())
                : std::unexpected(theirs.error());
            QMetaObject::invokeMethod(this, [dialog, comparison = std::move(comparison)] {
                if (!dialog)
                    return;
                if (comparison)
                    dialog->show(*comparison);
                else
                    dialog->setProblem(errorText(comparison.error()) + QLatin1Char(' ')
                                       + QString::fromStdString(comparison.error().detail));
            });
        });
}

} // namespace limn
