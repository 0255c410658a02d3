#include "ui/session/look_list.h"

#include <algorithm>
#include <utility>

namespace limn {
namespace {

// So that scrubbing and a fast run do not make a list a step.
constexpr int delayMs = 120;

// The same place to a person: most of the smaller one lies in the other.
bool isSame(Rect a, Rect b)
{
    return 2 * intersected(a, b).area() >= std::min(a.area(), b.area());
}

} // namespace

LookList::LookList(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(delayMs);
    connect(&m_soon, &QTimer::timeout, this, &LookList::make);
    const auto makeSoon = [this] { m_soon.start(); };
    const auto makeAnew = [this] {
        clear();
        m_soon.start();
    };
    connect(&session, &Session::opened, this, makeAnew);
    connect(&session, &Session::sliceChanged, this, makeAnew);
    connect(&session, &Session::baseStepChanged, this, makeSoon);
    connect(&session, &Session::humanChanged, this, &LookList::noteEdits);
}

bool LookList::hasMap() const
{
    return m_session.isOpen() && !m_session.baseMap().isEmpty();
}

int LookList::openCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_items, [](const LookItem& item) { return !item.isResolved(); }));
}

Rect LookList::viewOf(int index) const
{
    const Rect box = m_items[static_cast<std::size_t>(index)].place.box;
    // The same for all places of a picture, so that the zoom stays from one to the next.
    const int side = 2 * placeSide(m_look.grid) * m_look.blockSide;
    return {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side};
}

void LookList::clear()
{
    if (m_items.empty())
        return;
    m_items.clear();
    m_current = -1;
    Q_EMIT listChanged();
    Q_EMIT currentChanged(m_current);
}

void LookList::make()
{
    m_soon.stop();
    std::vector<LookItem> items;
    if (hasMap()) {
        const int slice = m_session.currentSlice();
        m_look = lookNext(m_session.baseMap(), m_session.baseStep().get(),
                          m_session.labels().slice(slice), m_session.human().slice(slice));
        for (LookPlace& place : m_look.places) {
            LookItem& item = items.emplace_back(std::move(place));
            for (const LookMark& mark : m_session.look(slice).marks)
                if (isSame(mark.box, item.place.box)) {
                    item.isVisited = true;
                    item.isMarked = item.isMarked || mark.isResolved;
                }
        }
    }
    int current = -1;
    if (m_current >= 0) {
        const Rect box = m_items[static_cast<std::size_t>(m_current)].place.box;
        const auto same = std::ranges::find_if(
            items, [box](const LookItem& item) { return isSame(box, item.place.box); });
        current = same == items.end() ? -1 : static_cast<int>(same - items.begin());
    }
    m_items = std::move(items);
    m_current = current;
    Q_EMIT listChanged();
    Q_EMIT currentChanged(m_current);
    if (hasMap())
        keep();
}

void LookList::goTo(int index)
{
    if (index < 0 || index >= static_cast<int>(m_items.size()))
        return;
    const bool isOther = std::exchange(m_current, index) != index;
    LookItem& item = m_items[static_cast<std::size_t>(index)];
    if (!std::exchange(item.isVisited, true)) {
        keep();
        Q_EMIT itemsChanged();
    }
    if (isOther)
        Q_EMIT currentChanged(index);
    Q_EMIT shown(index);
}

int LookList::firstUnseen(int among)
{
    if (m_soon.isActive())
        make();
    const auto count = std::min(m_items.size(), static_cast<std::size_t>(among));
    for (std::size_t i = 0; i < count; ++i)
        if (!m_items[i].isVisited && !m_items[i].isResolved())
            return static_cast<int>(i);
    return -1;
}

void LookList::goToNext()
{
    moveOn(1);
}

void LookList::goToPrevious()
{
    moveOn(-1);
}

void LookList::moveOn(int direction)
{
    const int count = static_cast<int>(m_items.size());
    const int start = m_current < 0 && direction < 0 ? count : m_current;
    for (int step = 1; step <= count; ++step) {
        const int index = ((start + direction * step) % count + count) % count;
        if (!m_items[static_cast<std::size_t>(index)].isResolved())
            return goTo(index);
    }
}

void LookList::setMarked(int index, bool isMarked)
{
    if (index < 0 || index >= static_cast<int>(m_items.size()))
        return;
    LookItem& item = m_items[static_cast<std::size_t>(index)];
    if (std::exchange(item.isMarked, isMarked) == isMarked)
        return;
    m_session.noteInput();
    item.isVisited = true;
    keep();
    Q_EMIT itemsChanged();
}

void LookList::noteEdits(int slice, Rect box)
{
    if (slice != m_session.currentSlice())
        return;
    bool isOther = false;
    for (LookItem& item : m_items) {
        if (intersected(item.place.box, box).isEmpty())
            continue;
        const bool hasEdits =
            isTouched(item.place, m_look, m_session.human().slice(slice), m_session.human().size);
        isOther = std::exchange(item.hasEdits, hasEdits) != hasEdits || isOther;
    }
    if (isOther)
        Q_EMIT itemsChanged();
}

void LookList::keep()
{
    const int slice = m_session.currentSlice();
    const SliceLook& before = m_session.look(slice);
    SliceLook look{m_look.doubt, {}};
    // A restored map is rounded: the figure of the run itself is the better one.
    if (!m_session.baseStep() && before.doubt >= 0)
        look.doubt = before.doubt;
    for (const LookItem& item : m_items)
        if (item.isVisited)
            look.marks.push_back({item.place.box, item.isMarked});
    for (const LookMark& mark : before.marks) // of places that this map does not have
        if (std::ranges::none_of(m_items, [&mark](const LookItem& item) {
                return isSame(mark.box, item.place.box);
            }))
            look.marks.push_back(mark);
    m_session.setLook(slice, std::move(look));
}

} // namespace limn
