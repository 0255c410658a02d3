#include "ui/view/run_controls.h"

#include "ui/view/choice_box.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace limn {
namespace {

constexpr int fastSteps = 3, studySteps = 10, mostSteps = 100;

QString deviceText(const DeviceInfo& device)
{
    const QString name = QString::fromStdString(device.name);
    if (device.freeBytes == 0)
        return name;
    const double gigabytes = static_cast<double>(device.freeBytes) / (1024.0 * 1024 * 1024);
    return RunControls::tr("%1 · %2 GB free").arg(name, QLocale().toString(gigabytes, 'f', 1));
}

QString modelHint(const ModelCard& model)
{
    QStringList lines;
    if (!model.modality.empty())
        lines << QString::fromStdString(model.modality);
    if (model.validationDice > 0)
        lines << RunControls::tr("Dice %1 on images that it was not trained on")
                     .arg(QLocale().toString(model.validationDice, 'f', 3));
    if (!model.licence.empty())
        lines << RunControls::tr("Licence: %1").arg(QString::fromStdString(model.licence));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

RunControls::RunControls(QWidget* parent)
    : QWidget(parent)
    , m_model(new ChoiceBox(220, this))
    , m_device(new ChoiceBox(200, this))
    , m_preset(new ChoiceBox(120, this))
    , m_steps(new QSpinBox(this))
{
    m_model->setAccessibleName(tr("Model"));
    m_device->setAccessibleName(tr("Device"));
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->addItems({tr("Fast"), tr("Study")});
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setRange(1, mostSteps);
    m_steps->setPrefix(tr("Steps "));
    m_steps->setToolTip(tr("How many denoising steps a run takes: 1 to %1.").arg(mostSteps));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* control : std::initializer_list<QWidget*>{m_model, m_device, m_preset, m_steps})
        row->addWidget(control);

    const QSettings settings;
    m_preset->setCurrentIndex(settings.value(QStringLiteral("run/preset"), 0).toInt() == 1 ? 1 : 0);
    m_steps->setValue(settings.value(QStringLiteral("run/steps"), fastSteps).toInt());
    setModels({});
    setDevices({});

    connect(m_model, &QComboBox::activated, this, &RunControls::keep);
    connect(m_device, &QComboBox::activated, this, &RunControls::keep);
    connect(m_preset, &QComboBox::activated, this, &RunControls::choosePreset);
    connect(m_steps, &QSpinBox::valueChanged, this, &RunControls::keep);
}

void RunControls::setModels(std::vector<ModelCard> models)
{
    m_models = std::move(models);
    m_model->clear();
    for (const ModelCard& model : m_models)
        m_model->addItem(QString::fromStdString(model.title.empty() ? model.name : model.title),
                         QString::fromStdString(model.name));
    const int kept = m_model->findData(QSettings().value(QStringLiteral("run/model")));
    m_model->setEnabled(!m_models.empty());
    if (m_models.empty())
        m_model->addItem(tr("No model"));
    m_model->setCurrentIndex(std::max(kept, 0));
    showHints();
    Q_EMIT changed();
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
    RunChoice choice;
    choice.modelName = m_model->currentData().toString();
    choice.device = m_device->currentData().toString();
    choice.steps = m_steps->value();
    choice.kernel = m_preset->currentIndex() == 1 ? Kernel::Ancestral : Kernel::PosteriorMean;
    return choice;
}

QString RunControls::obstacle() const
{
    if (m_models.empty())
        return tr("No model was found in the models folder.");
    return m_deviceObstacle;
}

void RunControls::choosePreset(int index)
{
    m_steps->setValue(index == 1 ? studySteps : fastSteps);
    keep();
    Q_EMIT presetChosen(choice().kernel);
}

void RunControls::keep()
{
    QSettings settings;
    if (model())
        settings.setValue(QStringLiteral("run/model"), m_model->currentData());
    if (m_device->isEnabled())
        settings.setValue(QStringLiteral("run/device"), m_device->currentData());
    settings.setValue(QStringLiteral("run/preset"), m_preset->currentIndex());
    settings.setValue(QStringLiteral("run/steps"), m_steps->value());
    showHints();
    Q_EMIT changed();
}

void RunControls::showHints()
{
    m_model->setHint(model() ? modelHint(*model()) : obstacle());
    m_device->setHint(m_deviceObstacle.isEmpty() ? tr("Where the model runs.") : m_deviceObstacle);
    m_preset->setHint(m_preset->currentIndex() == 1
                          ? tr("Noise at every step (ancestral): for watching how the mask forms.")
                          : tr("Few steps by the posterior mean: for work."));
}

} // namespace limn
