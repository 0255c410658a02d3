#include "ui/view/compare_dialog.h"

#include "ui/view/difference_picture.h"
#include "ui/view/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace limn {
namespace {

QString figure(double value, int digits)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', digits) : QStringLiteral("–");
}

QString count(std::uint64_t pixels)
{
    return QLocale().toString(static_cast<qulonglong>(pixels));
}

QString coloured(const QColor& colour, const QString& words)
{
    return QStringLiteral("<span style='color:%1'>■</span> %2").arg(colour.name(), words);
}

} // namespace

CompareDialog::CompareDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_choose(new QPushButton(tr("Compare with…"), this))
    , m_words(new QLabel(this))
    , m_table(new QTableWidget(0, 6, this))
    , m_picture(new DifferencePicture(this))
    , m_slices(new QSlider(Qt::Horizontal, this))
    , m_legend(new QLabel(this))
{
    setWindowTitle(tr("Compare masks"));
    setAccessibleName(tr("Compare masks"));
    m_choose->setAccessibleName(tr("Choose the other mask or work file"));
    m_choose->setToolTip(tr("A mask of this image (PNG, TIFF, NIfTI), or the work file "
                            "annotations.limn of another person who worked on it."));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAccessibleName(tr("Compared with"));
    m_table->setAccessibleName(tr("Figures of each label"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_slices->setAccessibleName(tr("Slice"));
    m_legend->setAccessibleName(tr("What the colours mean"));
    m_legend->setText(tr("%1 &nbsp;·&nbsp; %2 &nbsp;·&nbsp; %3 &nbsp;·&nbsp; stripes: another label")
                          .arg(coloured(on_canvas::muted, tr("both the same")),
                               coloured(on_canvas::ours, tr("only this mask")),
                               coloured(on_canvas::theirs, tr("only the other"))));
    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close the comparison"));
    close->setAutoDefault(false);
    auto* head = new QHBoxLayout;
    head->addWidget(m_choose);
    head->addWidget(m_words, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_table);
    column->addWidget(m_picture, 1);
    column->addWidget(m_slices);
    column->addWidget(m_legend);
    column->addWidget(buttons);
    resize(680, 720);
    connect(m_choose, &QPushButton::clicked, this, &CompareDialog::choose);
    connect(m_slices, &QSlider::valueChanged, this, &CompareDialog::showSlice);
    const auto again = [this] {
        if (m_comparison)
            showSlice(m_slices->value());
    };
    connect(&session, &Session::sliceRead, this, again); // the one that was asked for
    connect(&session, &Session::windowChanged, this, again);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&session, &Session::opened, this, &QDialog::reject); // it is about another image now
    for (QWidget* part : std::initializer_list<QWidget*>{m_table, m_slices, m_legend})
        part->hide();
    m_words->setText(tr("Nothing is compared yet."));
}

void CompareDialog::choose()
{
    const auto& source = m_session.volume()->source.files.front();
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Another mask of this image"),
        QString::fromStdString(source.parent_path().string()),
        tr("Masks and work files (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.limn)"));
    if (file.isEmpty())
        return;
    m_words->setText(tr("Comparing…"));
    Q_EMIT otherChosen(file);
}

void CompareDialog::setProblem(const QString& sentence)
{
    m_words->setText(sentence);
}

void CompareDialog::show(const Comparison& comparison)
{
    m_comparison = comparison;
    m_words->setText(tr("With %1. Distances are in %2.")
                         .arg(comparison.other, comparison.isMillimetres ? tr("mm") : tr("px")));
    fillTable();
    m_table->show();
    m_legend->show();
    m_slices->setVisible(comparison.ours.sliceCount > 1);
    const QSignalBlocker quiet(m_slices);
    m_slices->setRange(0, comparison.ours.sliceCount - 1);
    m_slices->setValue(m_session.currentSlice());
    showSlice(m_session.currentSlice());
}

void CompareDialog::fillTable()
{
    m_table->setHorizontalHeaderLabels({tr("Label"), tr("Dice"), tr("HD95"), tr("Both, px"),
                                        tr("Only this, px"), tr("Only other, px")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setRowCount(0);
    for (const ComparedLabel& label : m_comparison->labels) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QStringList cells{label.name,        figure(label.dice, 4), figure(label.hd95, 2),
                                count(label.both), count(label.onlyOurs), count(label.onlyTheirs)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* cell = new QTableWidgetItem(cells[column]);
            if (column > 0)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, cell);
        }
    }
    const int height = m_table->horizontalHeader()->sizeHint().height()
        + m_table->rowCount() * m_table->verticalHeader()->defaultSectionSize() + 4;
    m_table->setFixedHeight(std::min(height, 240));
}

void CompareDialog::showSlice(int slice)
{
    const Volume& volume = *m_session.volume();
    const auto index = static_cast<std::size_t>(slice);
    m_session.needSlice(slice);
    m_picture->setImage(differenceImage(volume.slices[index].get(), m_session.window(),
                                        greyFormulaOf(volume, m_session.window()),
                                        volume.isInverted, m_comparison->ours.slice(slice),
                                        m_comparison->theirs.slice(slice), volume.size),
                        volume.geometry.rowSpacingMm / volume.geometry.columnSpacingMm);
    m_slices->setToolTip(tr("Slice %1 of %2").arg(slice + 1).arg(volume.sliceCount()));
}

} // namespace limn
