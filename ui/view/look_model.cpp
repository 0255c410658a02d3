#include "ui/view/look_model.h"

#include "ui/view/state_mark.h"

#include <QLocale>

#include <cmath>

namespace limn {
namespace {

StateMark markOf(const LookItem& item)
{
    if (item.isResolved())
        return StateMark::Done;
    return item.isVisited ? StateMark::Begun : StateMark::Open;
}

double weightOf(const LookItem& item)
{
    return static_cast<double>(item.place.area) * item.place.doubt;
}

QString stateText(const LookItem& item)
{
    if (item.isResolved())
        return item.hasEdits ? LookModel::tr("resolved: you drew there")
                             : LookModel::tr("marked as resolved");
    return item.isVisited ? LookModel::tr("visited") : LookModel::tr("not visited");
}

QString wordOf(LookReason reason)
{
    switch (reason) {
    case LookReason::Unsure: return LookModel::tr("unsure");
    case LookReason::PartsDisagree: return LookModel::tr("S and G disagree");
    case LookReason::ChainsDisagree: return LookModel::tr("chains disagree");
    }
    return {};
}

} // namespace

LookModel::LookModel(const Session& session, const LookList& list, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_list(list)
{
    connect(&list, &LookList::listChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&list, &LookList::itemsChanged, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

int LookModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.items().size());
}

QVariant LookModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LookItem& item = m_list.items()[static_cast<std::size_t>(index.row())];
    const int percent = static_cast<int>(std::lround(item.place.doubt * 100));
    switch (role) {
    case Qt::DisplayRole: return whereText(item.place);
    case RankRole: return index.row() + 1;
    case ReasonRole: return reasonText(item.place);
    case WeightRole: return weightOf(item) / weightOf(m_list.items().front());
    case MarkRole: return static_cast<int>(markOf(item));
    case Qt::ToolTipRole:
        return tr("%1: %2. Mean doubt %3 %, %4.")
            .arg(whereText(item.place), reasonText(item.place))
            .arg(percent)
            .arg(stateText(item))
            .toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("Place %1, %2, %3, doubt %4 %, %5")
            .arg(index.row() + 1)
            .arg(whereText(item.place), reasonText(item.place))
            .arg(percent)
            .arg(stateText(item));
    default: return {};
    }
}

// Where its middle lies. Only the picture's middle fifth is called middle, so that what lies on
// both sides of it is told apart.
QString LookModel::whereText(const LookPlace& place) const
{
    if (!m_session.isOpen())
        return {};
    const Size size = m_session.volume()->size;
    const auto partOf = [](int start, int extent, int whole) {
        const int twice = 5 * (2 * start + extent);
        return twice < 4 * whole ? 0 : twice <= 6 * whole ? 1 : 2;
    };
    const int column = partOf(place.box.x, place.box.width, size.width);
    const int row = partOf(place.box.y, place.box.height, size.height);
    const QString words[3][3] = {{tr("top left"), tr("top"), tr("top right")},
                                 {tr("left"), tr("middle"), tr("right")},
                                 {tr("bottom left"), tr("bottom"), tr("bottom right")}};
    return words[row][column];
}

QString LookModel::reasonText(const LookPlace& place) const
{
    const LabelRow* const row = m_session.labelTable().find(place.label);
    const QString area = tr("%1 px").arg(QLocale().toString(static_cast<qulonglong>(place.area)));
    const QString reason = tr("%1, %2").arg(wordOf(place.reason), area);
    return row && m_session.labelTable().rows.size() > 1
        ? tr("%1, %2").arg(QString::fromStdString(row->name), reason)
        : reason;
}

} // namespace limn
