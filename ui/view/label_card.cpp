#include "ui/view/label_card.h"

#include "ui/view/choice_box.h"
#include "ui/view/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

constexpr int widthPx = 292, listPx = 112;

QPushButton* button(const QString& text, const QString& name, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setAccessibleName(name);
    return made;
}

} // namespace

LabelCard::LabelCard(Session& session, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_percent(new QLabel(this))
    , m_code(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_up(button(tr("Move up"), tr("Move the label up"), this))
    , m_down(button(tr("Move down"), tr("Move the label down"), this))
    , m_into(new ChoiceBox(150, this))
    , m_merge(button(tr("Merge"), tr("Merge the label"), this))
    , m_remove(button(tr("Delete label"), tr("Delete the label"), this))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(tr("Label"));
    setFixedWidth(widthPx);
    makeRows();
    connect(m_opacity, &QSlider::valueChanged, this, &LabelCard::setOpacity);
    connect(m_opacity, &QSlider::sliderReleased, &m_session, &Session::endDrag);
    connect(m_search, &QLineEdit::textEdited, this, &LabelCard::listMeanings);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->count() > 0)
            setMeaning(m_list->item(0)->data(Qt::UserRole).toString());
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        setMeaning(item->data(Qt::UserRole).toString());
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        setMeaning(item->data(Qt::UserRole).toString());
    });
    connect(m_up, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveBy(1); });
    connect(m_into, &QComboBox::currentIndexChanged, this, &LabelCard::refresh);
    connect(m_merge, &QPushButton::clicked, this, &LabelCard::merge);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        close();
        m_session.removeLabel(m_label);
    });
    connect(&m_session, &Session::labelTableChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void LabelCard::makeRows()
{
    m_title->setProperty("kind", QStringLiteral("caption"));
    m_opacity->setRange(0, 100);
    m_opacity->setAccessibleName(tr("Opacity of the label"));
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_code->setProperty("kind", QStringLiteral("small"));
    m_code->setWordWrap(true);
    m_search->setPlaceholderText(tr("Search: kidney, tumour …"));
    m_search->setAccessibleName(tr("What the label is"));
    m_search->setClearButtonEnabled(true);
    m_list->setFixedHeight(listPx);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("Coded meanings"));
    m_into->setAccessibleName(tr("Label to merge into"));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(measure::panelMargin, measure::panelMargin, measure::panelMargin,
                             measure::panelMargin);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const auto name = [this](const QString& text, QWidget* buddy) {
        auto* label = new QLabel(text, this);
        label->setBuddy(buddy);
        return label;
    };
    grid->addWidget(m_title, 0, 0, 1, 3);
    grid->addWidget(name(tr("Opacity"), m_opacity), 1, 0);
    grid->addWidget(m_opacity, 1, 1);
    grid->addWidget(m_percent, 1, 2);
    grid->addWidget(name(tr("Meaning"), m_search), 2, 0);
    grid->addWidget(m_search, 2, 1, 1, 2);
    grid->addWidget(m_list, 3, 0, 1, 3);
    grid->addWidget(m_code, 4, 0, 1, 3);
    auto* order = new QHBoxLayout;
    order->addWidget(m_up);
    order->addWidget(m_down);
    grid->addLayout(order, 5, 0, 1, 3);
    grid->addWidget(name(tr("Merge into"), m_into), 6, 0);
    grid->addWidget(m_into, 6, 1);
    grid->addWidget(m_merge, 6, 2);
    grid->addWidget(m_remove, 7, 0, 1, 3);
}

void LabelCard::openFor(Label label, const QWidget& beside)
{
    m_label = label;
    if (row() == nullptr)
        return;
    m_search->clear();
    refresh();
    listMeanings();
    adjustSize();
    const QRect space = beside.screen()->availableGeometry();
    QPoint place = beside.mapToGlobal(QPoint(-width() - 6, 0));
    if (place.x() < space.left())
        place.setX(beside.mapToGlobal(QPoint(beside.width() + 6, 0)).x());
    place.setY(std::clamp(place.y(), space.top(), std::max(space.top(), space.bottom() - height())));
    move(place);
    show();
    m_opacity->setFocus();
}

QString LabelCard::codeWords(const LabelRow& row) const
{
    const QString said = QString::fromStdString(row.meaning.empty() ? row.name : row.meaning);
    const auto found = std::ranges::find_if(m_meanings, [&said](const LabelMeaning& one) {
        return said.compare(one.name, Qt::CaseInsensitive) == 0;
    });
    if (found != m_meanings.end())
        return tr("In DICOM: %1, %2.").arg(found->name, found->code);
    return tr("In DICOM it gets its code from the name “%1”.").arg(said);
}

void LabelCard::refresh()
{
    const LabelRow* const label = row();
    if (label == nullptr) {
        close();
        return;
    }
    const QString title = QString::fromStdString(label->name);
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideRight, widthPx - 32));
    const int percent = static_cast<int>(std::lround(100 * label->opacity));
    const QSignalBlocker quietOpacity(m_opacity), quietInto(m_into);
    m_opacity->setValue(percent);
    m_percent->setText(tr("%1 %").arg(percent));
    m_code->setText(codeWords(*label));
    const auto& rows = m_session.labelTable().rows;
    m_up->setEnabled(label != &rows.front());
    m_down->setEnabled(label != &rows.back());
    const QVariant chosen = m_into->currentData();
    m_into->clear();
    for (const LabelRow& other : rows)
        if (other.label != m_label)
            m_into->addItem(QString::fromStdString(other.name), int{other.label});
    m_into->setCurrentIndex(std::max(0, m_into->findData(chosen)));
    const auto into = static_cast<Label>(m_into->currentData().toInt());
    m_into->setEnabled(m_into->count() > 0);
    m_merge->setEnabled(m_session.canMerge(m_label, into));
    m_merge->setToolTip(m_into->count() == 0 ? tr("There is no other label.")
                        : m_merge->isEnabled()
                            ? tr("Every pixel of this label becomes the other one.")
                            : tr("One of the two is locked; unlock it first."));
    m_remove->setEnabled(m_session.canRemove(m_label));
    m_remove->setToolTip(
        m_remove->isEnabled() ? tr("Its pixels show again what the model says.")
        : label->isLocked     ? tr("It is locked; unlock it first.")
        : rows.size() < 2     ? tr("It is the only label.")
                              : tr("The model makes this label: hide it, or merge it into another."));
}

void LabelCard::listMeanings()
{
    m_list->clear();
    const QString wanted = m_search->text().trimmed();
    if (wanted.isEmpty()) {
        auto* own = new QListWidgetItem(tr("By its own name"), m_list);
        own->setData(Qt::UserRole, QString());
    }
    for (const LabelMeaning& one : m_meanings) {
        if (!one.name.contains(wanted, Qt::CaseInsensitive)
            && !one.code.contains(wanted, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(tr("%1 · %2").arg(one.name, one.code), m_list);
        item->setData(Qt::UserRole, one.name);
        item->setToolTip(item->text());
    }
    if (m_list->count() == 0) {
        auto* none = new QListWidgetItem(tr("Nothing found; any name may be used."), m_list);
        none->setFlags(Qt::NoItemFlags);
        none->setData(Qt::UserRole, wanted);
    }
}

void LabelCard::setOpacity(int percent)
{
    LabelTable table = m_session.labelTable();
    for (LabelRow& each : table.rows)
        if (each.label == m_label)
            each.opacity = percent / 100.0;
    m_session.setLabelTable(table);
    if (!m_opacity->isSliderDown())
        m_session.endDrag(); // each step of the keys is a change of its own
}

void LabelCard::setMeaning(const QString& name)
{
    LabelTable table = m_session.labelTable();
    for (LabelRow& each : table.rows)
        if (each.label == m_label)
            each.meaning = name.toStdString();
    m_session.setLabelTable(table);
    m_search->setText(name);
    listMeanings();
}

void LabelCard::moveBy(int by)
{
    LabelTable table = m_session.labelTable();
    const auto here = std::ranges::find(table.rows, m_label, &LabelRow::label);
    const auto place = (here - table.rows.begin()) + by;
    if (here == table.rows.end() || place < 0
        || place >= static_cast<std::ptrdiff_t>(table.rows.size()))
        return;
    std::iter_swap(here, table.rows.begin() + place);
    m_session.setLabelTable(table);
}

void LabelCard::merge()
{
    const auto into = static_cast<Label>(m_into->currentData().toInt());
    close();
    m_session.mergeLabel(m_label, into);
}

} // namespace limn
