#include "ui/view/run_controls.h"

#include "ui/view/choice_box.h"
#include "ui/view/kernel_words.h"
#include "ui/view/run_memory.h"
#include "ui/view/run_panel.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

namespace limn {
namespace {

QString deviceText(const DeviceInfo& device)
{
    const QString name = QString::fromStdString(device.name);
    if (device.freeBytes == 0)
        return name;
    const double gigabytes = static_cast<double>(device.freeBytes) / (1024.0 * 1024 * 1024);
    return RunControls::tr("%1 · %2 GB free").arg(name, QLocale().toString(gigabytes, 'f', 1));
}

QString needOf(const ModelCard& model)
{
    if (model.input == InputKind::Neighbours)
        return RunControls::tr("Takes stacks of grey slices, each with the one before and after it");
    if (model.input == InputKind::Contrasts)
        return RunControls::tr("Takes files of %1 grey volumes (contrasts)").arg(model.channels);
    return model.channels == 3 ? RunControls::tr("Takes colour images")
                               : RunControls::tr("Takes grey images");
}

QString modelText(const ModelCard& model)
{
    const QString title = QString::fromStdString(model.title.empty() ? model.name : model.title);
    return model.isResearchOnly ? RunControls::tr("%1 · research only").arg(title) : title;
}

QString modelHint(const ModelCard& model)
{
    QStringList lines;
    if (model.isResearchOnly)
        lines << RunControls::tr("Research only: its licence forbids other use");
    if (!model.modality.empty())
        lines << QString::fromStdString(model.modality);
    lines << needOf(model);
    if (model.spacingMm > 0)
        lines << RunControls::tr("Trained at %1 mm a pixel")
                     .arg(QLocale().toString(model.spacingMm, 'g', 3));
    if (model.validationDice > 0)
        lines << RunControls::tr("Dice %1 on images that it was not trained on")
                     .arg(QLocale().toString(model.validationDice, 'f', 3));
    if (!model.licence.empty())
        lines << RunControls::tr("Licence: %1").arg(QString::fromStdString(model.licence));
    return lines.join(QLatin1Char('\n'));
}

// "Steps 3", "Steps 10 · chains 4".
QString summaryOf(const RunOptions& options)
{
    QString words = RunControls::tr("Steps %1").arg(options.steps);
    if (options.chains > 1)
        words += QStringLiteral(" · ") + RunControls::tr("chains %1").arg(options.chains);
    return words;
}

QString detailsOf(const RunOptions& options)
{
    QStringList lines{RunControls::tr("How a run goes. Now:"), summaryOf(options),
                      kernelTitle(options.kernel), RunControls::tr("seed %1").arg(options.seed)};
    if (options.hasEarlyStop)
        lines << RunControls::tr("stops when nothing changes any more");
    if (!options.priorRatio.empty())
        lines << RunControls::tr("classes are not as common as in training");
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

RunControls::RunControls(QWidget* parent)
    : QWidget(parent)
    , m_model(new ChoiceBox(220, this))
    , m_device(new ChoiceBox(200, this))
    , m_preset(new ChoiceBox(120, this))
    , m_settings(new QToolButton(this))
    , m_panel(new RunPanel(this))
{
    m_model->setAccessibleName(tr("Model"));
    m_device->setAccessibleName(tr("Device"));
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->addItems({tr("Fast"), tr("Study"), tr("Own")}); // as RunPreset
    m_settings->setAccessibleName(tr("Run settings"));
    m_settings->setProperty("kind", QStringLiteral("button"));
    m_settings->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_model, m_device, m_preset, m_settings})
        row->addWidget(control);
    setModels({});
    setDevices({});

    connect(m_model, &QComboBox::activated, this, [this] {
        takeModel();
        keep();
    });
    connect(m_device, &QComboBox::activated, this, &RunControls::keep);
    connect(m_preset, &QComboBox::activated, this, &RunControls::choosePreset);
    connect(m_settings, &QToolButton::clicked, this, &RunControls::openPanel);
    connect(m_panel, &RunPanel::changedByPerson, this, &RunControls::keep);
}

void RunControls::setModels(std::vector<ModelCard> models)
{
    m_models = std::move(models);
    m_model->clear();
    for (const ModelCard& model : m_models)
        m_model->addItem(modelText(model), QString::fromStdString(model.name));
    const int kept = m_model->findData(QSettings().value(QStringLiteral("run/model")));
    m_model->setEnabled(!m_models.empty());
    if (m_models.empty())
        m_model->addItem(tr("No model"));
    // Until a person has chosen: one that takes a single grey picture, as most are.
    const auto usual = std::ranges::find(m_models, InputKind::Grey, &ModelCard::input);
    const auto first = usual == m_models.end() ? 0 : static_cast<int>(usual - m_models.begin());
    m_model->setCurrentIndex(kept >= 0 ? kept : first);
    takeModel();
    Q_EMIT changed();
}

void RunControls::takeModel()
{
    m_panel->setModel(model());
    m_panel->setOptions(rememberedOptions(m_model->currentData().toString()));
    showHints();
}

void RunControls::openPanel()
{
    m_panel->openUnder(*m_settings);
}

QWidget* RunControls::makeDeviceChoice(QWidget* parent)
{
    auto* choice = new ChoiceBox(300, parent);
    choice->setModel(m_device->model());
    choice->setCurrentIndex(m_device->currentIndex());
    choice->setEnabled(m_device->isEnabled());
    choice->setAccessibleName(tr("Device of the model"));
    choice->setHint(m_deviceObstacle.isEmpty() ? tr("Where the model runs.") : m_deviceObstacle);
    connect(choice, &QComboBox::activated, this, [this](int index) {
        m_device->setCurrentIndex(index);
        keep();
    });
    return choice;
}

void RunControls::setDevices(const std::vector<DeviceInfo>& devices)
{
    m_device->clear();
    for (const DeviceInfo& device : devices)
        m_device->addItem(deviceText(device), QString::fromStdString(device.id));
    const int kept = m_device->findData(QSettings().value(QStringLiteral("run/device")));
    m_device->setEnabled(!devices.empty());
    if (devices.empty())
        m_device->addItem(tr("Looking for devices…"));
    m_device->setCurrentIndex(std::max(kept, 0));
    m_deviceObstacle = devices.empty() ? tr("The model engine is still starting.") : QString();
    showHints();
    Q_EMIT changed();
}

void RunControls::setDeviceObstacle(const QString& reason)
{
    m_device->clear();
    m_device->addItem(tr("No device"));
    m_device->setEnabled(false);
    m_deviceObstacle = reason;
    showHints();
    Q_EMIT changed();
}

void RunControls::selectModel(const QString& name)
{
    if (const int index = m_model->findData(name); index >= 0) {
        m_model->setCurrentIndex(index);
        takeModel();
        keep();
    }
}

const ModelCard* RunControls::model() const
{
    const auto index = static_cast<std::size_t>(std::max(m_model->currentIndex(), 0));
    return index < m_models.size() ? &m_models[index] : nullptr;
}

RunChoice RunControls::choice() const
{
    return {m_panel->options(), m_model->currentData().toString(),
            m_device->currentData().toString()};
}

QString RunControls::obstacle() const
{
    if (m_models.empty())
        return tr("No model was found in the models folder.");
    return m_deviceObstacle;
}

void RunControls::choosePreset(int index)
{
    const auto preset = static_cast<RunPreset>(index);
    if (preset == RunPreset::Own) {
        showHints(); // the box says again what the settings are
        openPanel();
        return;
    }
    m_panel->setOptions(presetOptions(preset, m_panel->options().seed));
    keep();
    Q_EMIT presetChosen(m_panel->options().kernel);
}

void RunControls::keep()
{
    QSettings settings;
    if (model()) {
        settings.setValue(QStringLiteral("run/model"), m_model->currentData());
        rememberOptions(m_model->currentData().toString(), m_panel->options());
    }
    if (m_device->isEnabled())
        settings.setValue(QStringLiteral("run/device"), m_device->currentData());
    showHints();
    Q_EMIT changed();
}

void RunControls::showHints()
{
    m_model->setHint(model() ? modelHint(*model()) : obstacle());
    m_device->setHint(m_deviceObstacle.isEmpty() ? tr("Where the model runs.") : m_deviceObstacle);
    const RunPreset preset = presetOf(m_panel->options());
    m_preset->setCurrentIndex(static_cast<int>(preset));
    m_preset->setHint(preset == RunPreset::Study
                          ? tr("Noise at every step (ancestral): for watching how the mask forms.")
                          : preset == RunPreset::Fast
                          ? tr("Few steps by the posterior mean: for work.")
                          : tr("Settings of your own; a preset puts them back."));
    m_settings->setText(summaryOf(m_panel->options()) + QStringLiteral(" ▾"));
    m_settings->setToolTip(detailsOf(m_panel->options()));
}

} // namespace limn
