#include "ui/view/spread_panel.h"

#include "ui/view/elided_label.h"
#include "ui/view/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>
#include <map>

namespace limn {
namespace {

constexpr std::size_t mostRows = 6;
constexpr int delayMs = 200;

QString rounded(double value)
{
    return QLocale().toString(static_cast<qlonglong>(std::llround(value)));
}

// "12 345 ± 67 px"
QString areaText(const ObjectSpread& object)
{
    return SpreadPanel::tr("%1 ± %2 px").arg(rounded(object.meanArea), rounded(object.deviation));
}

QString millimetreText(const ObjectSpread& object, const Geometry& geometry)
{
    if (geometry.calibration == Calibration::None)
        return {};
    const double pixel = geometry.columnSpacingMm * geometry.rowSpacingMm;
    const QString words = SpreadPanel::tr("%1 ± %2 mm²")
                              .arg(QLocale().toString(object.meanArea * pixel, 'f', 1),
                                   QLocale().toString(object.deviation * pixel, 'f', 1));
    return geometry.calibration == Calibration::Detector
        ? SpreadPanel::tr("%1 at detector").arg(words)
        : words;
}

} // namespace

SpreadPanel::SpreadPanel(Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_note(new QLabel(tr("How far the chains of this run differ, at the model's own resolution. "
                           "It is not a calibrated uncertainty: all chains share the same errors."),
                        this))
{
    m_title->setProperty("kind", QStringLiteral("caption"));
    m_note->setProperty("kind", QStringLiteral("small"));
    m_note->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_note);
    m_soon.setSingleShot(true);
    m_soon.setInterval(delayMs);
    connect(&m_soon, &QTimer::timeout, this, &SpreadPanel::refresh);
    const auto soon = [this] { m_soon.start(); };
    connect(&session, &Session::opened, this, &SpreadPanel::refresh);
    connect(&session, &Session::sliceChanged, this, &SpreadPanel::refresh);
    connect(&session, &Session::baseStepChanged, this, soon);
    connect(&session, &Session::labelsChanged, this, soon);
    connect(&session, &Session::labelTableChanged, this, soon);
    refresh();
}

void SpreadPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    m_soon.start();
}

void SpreadPanel::refresh()
{
    m_soon.stop();
    const StepPtr step = m_session.isOpen() ? m_session.baseStep() : nullptr;
    const bool hasSpread = step && step->spread && step->spread->labels.size() > 1;
    setVisible(hasSpread);
    if (m_rows) {
        layout()->removeWidget(m_rows);
        m_rows->hide();
        m_rows->deleteLater();
        m_rows = nullptr;
    }
    if (!hasSpread)
        return;
    m_title->setText(tr("Objects over %1 chains").arg(step->spread->chains).toUpper());
    m_rows = makeRows(objectSpread(m_session.labels().slice(m_session.currentSlice()),
                                   m_session.labels().size, *step->spread));
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_rows);
}

QWidget* SpreadPanel::makeRows(const std::vector<ObjectSpread>& objects)
{
    auto* rows = new QWidget(this);
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const auto put = [&](const QString& text, int row, int column, const QString& sentence) {
        auto* label = new QLabel(text, rows);
        label->setProperty("kind", QStringLiteral("small"));
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        label->setToolTip(sentence);
        grid->addWidget(label, row, column);
        return label;
    };
    put(tr("object"), 0, 0, tr("Connected regions of the mask, the largest first."));
    put(tr("area"), 0, 1, tr("Mean over the chains ± standard deviation."));
    put(tr("Dice"), 0, 2,
        tr("How much two chains overlap: the mean over all pairs; 1 is the same."));
    std::map<Label, int> numbers;
    int row = 1;
    for (const ObjectSpread& object : objects) {
        const LabelRow* const known = m_session.labelTable().find(object.label);
        const QString name =
            tr("%1 %2")
                .arg(known ? QString::fromStdString(known->name) : QString::number(object.label))
                .arg(++numbers[object.label]);
        if (row > static_cast<int>(2 * mostRows))
            break;
        const QString dice =
            std::isnan(object.dice) ? QStringLiteral("–") : QLocale().toString(object.dice, 'f', 3);
        const QString area = areaText(object);
        auto* text = new ElidedLabel(name, rows);
        QFont small = font();
        small.setPixelSize(measure::captionPx);
        text->setFont(small);
        text->setAccessibleName(tr("%1: %2, Dice %3").arg(name, area, dice));
        grid->addWidget(text, row, 0);
        put(area, row, 1, tr("%1 px in the mask").arg(rounded(object.area)));
        put(dice, row++, 2, {});
        if (const QString words = millimetreText(object, m_session.volume()->geometry);
            !words.isEmpty())
            put(words, row, 1, {});
        ++row;
    }
    if (objects.empty())
        put(tr("The mask is empty."), 1, 0, {});
    else if (objects.size() > mostRows)
        put(tr("and %n more", nullptr, static_cast<int>(objects.size() - mostRows)), row, 0, {});
    return rows;
}

} // namespace limn
