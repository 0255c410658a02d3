#include "ui/view/refine_panel.h"

#include "ui/view/choice_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace limn {
namespace {

constexpr int widestChoice = 240; // px

} // namespace

RefinePanel::RefinePanel(Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_caption(new QToolButton(this))
    , m_rows(new QFrame(this))
    , m_kind(new ChoiceBox(widestChoice, m_rows))
    , m_amount(new QDoubleSpinBox(m_rows))
    , m_unit(new ChoiceBox(widestChoice, m_rows))
    , m_other(new ChoiceBox(widestChoice, m_rows))
    , m_otherName(new QLabel(tr("Other"), m_rows))
    , m_allSlices(new QCheckBox(tr("On every slice"), m_rows))
    , m_says(new QLabel(m_rows))
    , m_preview(new QPushButton(tr("Preview"), m_rows))
    , m_apply(new QPushButton(tr("Apply"), m_rows))
{
    makeRows();
    connectParts();
    listOthers();
    const QString last = QSettings().value(QStringLiteral("refine/kind")).toString();
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(last)));
    choose();
    open(QSettings().value(QStringLiteral("refine/open"), false).toBool());
}

void RefinePanel::open(bool isOpen)
{
    m_caption->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_rows->setVisible(isOpen);
    if (!isOpen)
        dropPreview();
}

void RefinePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isPreviewing)
        dropPreview();
    else
        QFrame::keyPressEvent(event);
}

void RefinePanel::makeRows()
{
    for (const Refinement& one : refinements()) {
        m_kind->addItem(titleOf(one), QString::fromLatin1(one.name));
        m_kind->setItemData(m_kind->count() - 1, sentenceOf(one), Qt::ToolTipRole);
    }
    m_kind->setAccessibleName(tr("Refinement"));
    m_amount->setAccessibleName(tr("Amount of the refinement"));
    m_amount->setDecimals(1);
    m_unit->setAccessibleName(tr("Unit of the amount"));
    m_other->setAccessibleName(tr("The other outline"));
    m_allSlices->setToolTip(tr("Each slice is refined by itself."));
    m_preview->setCheckable(true);
    m_preview->setToolTip(tr("Shows what would change; Escape puts it away."));
    m_preview->setAccessibleName(tr("Preview the refinement"));
    m_apply->setAccessibleName(tr("Apply the refinement"));
    m_allSlices->setAccessibleName(tr("Refine on every slice"));
    m_says->setProperty("kind", QStringLiteral("small"));
    m_says->setWordWrap(true);
    m_says->setAccessibleName(tr("What the refinement changes"));
    m_caption->setText(tr("Refine").toUpper());
    m_caption->setToolTip(tr("Largest piece, holes, smoothing and more, for the current label."));
    m_caption->setAccessibleName(tr("Refine the label"));
    m_caption->setAutoRaise(true);
    m_caption->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_caption->setProperty("kind", QStringLiteral("caption"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_rows);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_kind, 0, 0, 1, 2);
    grid->addWidget(m_amount, 1, 0);
    grid->addWidget(m_unit, 1, 1);
    grid->addWidget(m_otherName, 2, 0);
    grid->addWidget(m_other, 2, 1);
    grid->addWidget(m_allSlices, 3, 0, 1, 2);
    grid->addWidget(m_says, 4, 0, 1, 2);
    grid->addWidget(m_preview, 5, 0);
    grid->addWidget(m_apply, 5, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void RefinePanel::connectParts()
{
    connect(m_caption, &QToolButton::clicked, this, [this] {
        const bool isOpen = m_rows->isHidden();
        QSettings().setValue(QStringLiteral("refine/open"), isOpen);
        open(isOpen);
    });
    connect(m_kind, &QComboBox::activated, this, [this] {
        QSettings().setValue(QStringLiteral("refine/kind"), m_kind->currentData());
        choose();
        startPreview();
    });
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &RefinePanel::startPreview);
    connect(m_unit, &QComboBox::activated, this, &RefinePanel::startPreview);
    connect(m_other, &QComboBox::activated, this, &RefinePanel::startPreview);
    connect(m_allSlices, &QCheckBox::clicked, this, &RefinePanel::startPreview);
    connect(m_preview, &QPushButton::toggled, this,
            [this](bool isOn) { isOn ? startPreview() : dropPreview(); });
    connect(m_apply, &QPushButton::clicked, this, &RefinePanel::apply);
    connect(&m_refiner, &Refiner::ready, this, &RefinePanel::takeResult);
    connect(&m_refiner, &Refiner::progressed, this, [this](int done, int total) {
        if (total > 1)
            m_says->setText(tr("Slice %1 of %2 …").arg(done).arg(total));
    });
    // What was computed belongs to the mask as it was.
    for (const auto changed : {&Session::opened, &Session::sliceChanged, &Session::currentLabelChanged})
        connect(&m_session, changed, this, &RefinePanel::dropPreview);
    connect(&m_session, &Session::labelsChanged, this, &RefinePanel::noteLabels);
    for (const auto changed :
         {&Session::opened, &Session::labelTableChanged, &Session::currentLabelChanged})
        connect(&m_session, changed, this, &RefinePanel::listOthers);
}

const Refinement& RefinePanel::chosen() const
{
    return refinements()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

bool RefinePanel::isMm() const
{
    return m_unit->currentIndex() == 1 && m_unit->isEnabled();
}

void RefinePanel::choose()
{
    const Refinement& refinement = chosen();
    const QSignalBlocker quiet(m_amount);
    const bool isArea = refinement.amount == RefineAmount::Area;
    m_amount->setRange(isArea ? 1 : 0.5, std::max(1.0, refinement.highest));
    m_amount->setSingleStep(isArea ? 10 : 0.5);
    m_amount->setValue(refinement.usual);
    const int unit = std::max(0, m_unit->currentIndex());
    m_unit->clear();
    m_unit->addItems(isArea ? QStringList{tr("px²"), tr("mm²")} : QStringList{tr("px"), tr("mm")});
    m_unit->setCurrentIndex(unit);
    dropPreview();
}

void RefinePanel::listOthers()
{
    const QVariant before = m_other->currentData();
    m_other->clear();
    m_other->addItem(tr("The model alone"), 0);
    for (const LabelRow& row : m_session.labelTable().rows)
        if (row.label != m_session.currentLabel())
            m_other->addItem(QString::fromStdString(row.name), int{row.label});
    m_other->setCurrentIndex(std::max(0, m_other->findData(before)));
    refresh();
}

QString RefinePanel::obstacle() const
{
    if (!m_session.isOpen())
        return tr("Open an image first.");
    if (m_session.isLocked(m_session.currentLabel()))
        return tr("The label is locked.");
    const bool asksModel =
        chosen().needsModel || (chosen().needsOther && m_other->currentData().toInt() == 0);
    if (asksModel && m_session.baseMap().isEmpty())
        return tr("Run the model first.");
    return {};
}

RefineRequest RefinePanel::request() const
{
    RefineRequest request;
    request.refinement = &chosen();
    request.label = m_session.currentLabel();
    request.other = static_cast<Label>(m_other->currentData().toInt());
    request.amount = m_amount->value();
    const Volume& volume = *m_session.volume();
    request.size = volume.size;
    if (isMm()) {
        request.columnSpacing = volume.geometry.columnSpacingMm;
        request.rowSpacing = volume.geometry.rowSpacingMm;
    }
    const auto add = [&](int slice) {
        const auto human = m_session.human().slice(slice);
        const auto labels = m_session.labels().slice(slice);
        request.slices.push_back({slice, {human.begin(), human.end()},
                                  {labels.begin(), labels.end()}, m_session.modelLabels(slice)});
    };
    add(m_session.currentSlice());
    if (m_allSlices->isChecked())
        for (int slice = 0; slice < volume.sliceCount(); ++slice)
            if (slice != m_session.currentSlice())
                add(slice);
    return request;
}

void RefinePanel::startPreview()
{
    m_appliesWhenReady = false;
    if (!obstacle().isEmpty()) {
        dropPreview();
        return;
    }
    m_isPreviewing = true;
    m_result.reset();
    m_refiner.run(request());
    refresh();
}

void RefinePanel::dropPreview()
{
    m_refiner.stop();
    m_appliesWhenReady = false;
    m_result.reset();
    if (std::exchange(m_isPreviewing, false))
        Q_EMIT previewChanged({});
    refresh();
}

// Each dab and each step changes labels; what the panel says changes only with what it knows.
void RefinePanel::noteLabels()
{
    if (m_isPreviewing || m_refiner.isRunning())
        dropPreview();
    else if (m_hadMap != !m_session.baseMap().isEmpty())
        refresh();
}

void RefinePanel::takeResult(const std::shared_ptr<const RefineResult>& result)
{
    m_result = result;
    if (m_appliesWhenReady) {
        push();
        return;
    }
    Q_EMIT previewChanged(result->changed);
    refresh();
}

void RefinePanel::apply()
{
    if (m_result) {
        push();
        return;
    }
    startPreview();
    m_appliesWhenReady = m_isPreviewing;
}

void RefinePanel::push()
{
    const auto result = m_result; // pushing drops the preview
    dropPreview();
    m_session.apply(titleOf(chosen()), result->edits);
    m_says->setText(tr("Applied: %1 px added, %2 px taken away.")
                        .arg(result->added)
                        .arg(result->removed));
}

void RefinePanel::refresh()
{
    m_hadMap = !m_session.baseMap().isEmpty();
    const Refinement& refinement = chosen();
    const bool hasAmount = refinement.amount != RefineAmount::None;
    m_amount->setVisible(hasAmount);
    m_unit->setVisible(hasAmount);
    m_other->setVisible(refinement.needsOther);
    m_otherName->setVisible(refinement.needsOther);
    const Volume* volume = m_session.volume();
    const bool hasSpacing = volume && volume->geometry.calibration != Calibration::None;
    m_unit->setEnabled(hasSpacing);
    m_unit->setToolTip(hasSpacing ? QString() : tr("The file does not say how large a pixel is."));
    m_allSlices->setVisible(volume && volume->sliceCount() > 1);
    const QString reason = obstacle();
    for (QPushButton* const button : {m_preview, m_apply})
        button->setEnabled(reason.isEmpty());
    m_apply->setToolTip(reason.isEmpty() ? sentenceOf(refinement) : reason);
    const QSignalBlocker quiet(m_preview);
    m_preview->setChecked(m_isPreviewing);
    if (!reason.isEmpty())
        m_says->setText(reason);
    else if (m_isPreviewing && m_result)
        m_says->setText(m_result->edits.empty()
                            ? tr("Nothing would change.")
                            : tr("Would add %1 px and take away %2 px.")
                                  .arg(m_result->added)
                                  .arg(m_result->removed));
    else
        m_says->setText(sentenceOf(refinement));
}

} // namespace limn
