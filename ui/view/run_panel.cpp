#include "ui/view/run_panel.h"

#include "ui/view/choice_box.h"
#include "ui/view/kernel_words.h"
#include "ui/view/theme.h"
#include "ui/view/wrapped_label.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>

namespace limn {
namespace {

constexpr int widthPx = 380, nameColumnPx = 92, mostPriors = 8;

QDoubleSpinBox* shareBox(const QString& name, double least, double most, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setAccessibleName(name);
    box->setRange(least, most);
    box->setSingleStep(0.1);
    box->setDecimals(1);
    return box;
}

} // namespace

RunPanel::RunPanel(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_grid(new QGridLayout(this))
    , m_steps(new QSpinBox(this))
    , m_kernel(new ChoiceBox(260, this))
    , m_kernelWords(makeSentence({}))
    , m_seed(new QSpinBox(this))
    , m_chains(new QSpinBox(this))
    , m_sampling(shareBox(tr("Differ more"), 0, 1, this))
    , m_earlyStop(new QCheckBox(tr("Stop when nothing changes any more"), this))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(tr("Run settings"));
    setFixedWidth(widthPx);
    m_grid->setContentsMargins(measure::panelMargin, measure::panelMargin, measure::panelMargin,
                               measure::panelMargin);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, nameColumnPx);
    m_grid->setColumnStretch(1, 1);

    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setRange(1, mostSteps);
    m_kernel->setAccessibleName(tr("Between the steps"));
    for (const Kernel kernel : kernels)
        m_kernel->addItem(kernelTitle(kernel));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_chains->setAccessibleName(tr("Chains"));
    m_chains->setRange(1, mostChains);
    m_earlyStop->setAccessibleName(m_earlyStop->text());

    auto* seedRow = new QWidget(this);
    auto* another = new QPushButton(tr("Another"), seedRow);
    another->setAccessibleName(tr("Another seed"));
    another->setToolTip(tr("Draws a seed by chance."));
    auto* seedLayout = new QHBoxLayout(seedRow);
    seedLayout->setContentsMargins(0, 0, 0, 0);
    seedLayout->addWidget(m_seed, 1);
    seedLayout->addWidget(another);
    connect(another, &QPushButton::clicked, this,
            [this] { m_seed->setValue(QRandomGenerator::global()->bounded(1, 1'000'000)); });

    addRow(tr("Steps"), m_steps, makeSentence(tr("From noise to the mask; more take longer.")));
    addRow(tr("Between steps"), m_kernel, m_kernelWords);
    addRow(tr("Seed"), seedRow, makeSentence(tr("The same seed gives the same maps again.")));
    addRow(tr("Chains"), m_chains,
           makeSentence(tr("Several start from noise of their own and show where the answer "
                           "depends on chance. Each takes as long as a run.")));
    addRow(tr("Differ more"), m_sampling, nullptr);
    m_grid->addWidget(m_earlyStop, m_grid->rowCount(), 0, 1, 2);
    connectControls();
    setOptions({});
}

QLabel* RunPanel::makeSentence(const QString& text)
{
    auto* label = new WrappedLabel(text, this);
    label->setProperty("kind", QStringLiteral("small"));
    return label;
}

void RunPanel::addRow(const QString& name, QWidget* control, QLabel* sentence)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(new QLabel(name, this), row, 0);
    m_grid->addWidget(control, row, 1);
    if (sentence)
        m_grid->addWidget(sentence, row + 1, 1);
}

void RunPanel::connectControls()
{
    for (QSpinBox* box : {m_steps, m_seed, m_chains})
        connect(box, &QSpinBox::valueChanged, this, &RunPanel::take);
    connect(m_kernel, &QComboBox::activated, this, &RunPanel::take);
    connect(m_sampling, &QDoubleSpinBox::valueChanged, this, &RunPanel::take);
    connect(m_earlyStop, &QCheckBox::toggled, this, &RunPanel::take);
}

void RunPanel::setModel(const ModelCard* model)
{
    const auto classes = model ? model->classes : std::vector<std::string>();
    if (classes == m_classes)
        return;
    m_classes = classes;
    makePriors(classes);
    setOptions(m_options);
}

void RunPanel::makePriors(const std::vector<std::string>& classes)
{
    if (m_priorBox) {
        m_priorBox->hide();
        m_priorBox->deleteLater();
        m_priorBox = nullptr;
    }
    m_priors.clear();
    if (classes.empty() || classes.size() > mostPriors)
        return;
    m_priorBox = new QWidget(this);
    m_grid->addWidget(m_priorBox, m_grid->rowCount(), 0, 1, 2);
    auto* grid = new QGridLayout(m_priorBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(makeSentence(tr("How common each class is, against the pictures that the model "
                                    "learnt from (1: the same).")),
                    0, 0, 1, 2);
    for (const std::string& name : classes) {
        const QString text = QString::fromStdString(name);
        auto* box = shareBox(tr("How common: %1").arg(text), 0.1, 10, m_priorBox);
        box->setValue(1);
        box->setPrefix(QStringLiteral("× "));
        auto* title = new QLabel(text, m_priorBox);
        title->setTextFormat(Qt::PlainText);
        const int row = grid->rowCount();
        grid->addWidget(title, row, 0);
        grid->addWidget(box, row, 1);
        m_priors.push_back(box);
        connect(box, &QDoubleSpinBox::valueChanged, this, &RunPanel::take);
    }
}

void RunPanel::setOptions(const RunOptions& options)
{
    m_isShowing = true;
    m_options = options;
    if (m_options.priorRatio.size() != m_priors.size() + 1)
        m_options.priorRatio.clear(); // of another model
    m_steps->setValue(options.steps);
    m_kernel->setCurrentIndex(
        static_cast<int>(std::ranges::find(kernels, options.kernel) - kernels.begin()));
    m_seed->setValue(static_cast<int>(options.seed));
    m_chains->setValue(options.chains);
    m_sampling->setValue(options.labelSampling);
    m_earlyStop->setChecked(options.hasEarlyStop);
    for (std::size_t i = 0; i < m_priors.size(); ++i)
        m_priors[i]->setValue(m_options.priorRatio.empty() ? 1 : m_options.priorRatio[i + 1]);
    m_isShowing = false;
    explain();
}

void RunPanel::take()
{
    if (m_isShowing)
        return;
    m_options.steps = m_steps->value();
    m_options.kernel = kernels[static_cast<std::size_t>(std::max(m_kernel->currentIndex(), 0))];
    m_options.seed = static_cast<quint64>(m_seed->value());
    m_options.chains = m_chains->value();
    m_options.labelSampling = m_options.chains > 1 ? m_sampling->value() : 0;
    m_options.hasEarlyStop = m_earlyStop->isChecked();
    std::vector<double> ratios{1};
    for (const auto* box : m_priors)
        ratios.push_back(box->value());
    const bool isAsTrained = std::ranges::all_of(ratios, [](double ratio) { return ratio == 1; });
    m_options.priorRatio = isAsTrained ? std::vector<double>() : std::move(ratios);
    explain();
    Q_EMIT changedByPerson();
}

void RunPanel::explain()
{
    m_kernelWords->setText(kernelSentence(m_options.kernel));
    const bool hasSeveral = m_options.chains > 1;
    m_sampling->setEnabled(hasSeveral);
    m_sampling->setToolTip(
        (hasSeveral ? tr("Lets each chain choose labels by chance: 0 not at all, 1 the most.")
                    : tr("Lets each chain choose labels by chance. It takes two chains or more.")));
    m_earlyStop->setToolTip(
        tr("Ends the run when fewer than 0.02 % of the pixels changed in a step."));
    if (isVisible())
        adjustSize();
}

void RunPanel::openUnder(const QWidget& button)
{
    adjustSize();
    const QRect space = button.screen()->availableGeometry();
    QPoint place = button.mapToGlobal(QPoint(0, button.height() + measure::grid));
    place.setX(
        std::clamp(place.x(), space.left(), std::max(space.left(), space.right() - width())));
    move(place);
    show();
    m_steps->setFocus();
    m_steps->selectAll();
}

} // namespace limn
