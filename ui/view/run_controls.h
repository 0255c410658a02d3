// Model, device, preset and how a run goes: what R will run.
#pragma once

#include "model/data/model_card.h"
#include "ui/session/segmenter_thread.h"
#include "ui/view/run_choice.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace limn {

class ChoiceBox;
class RunPanel;

// Remembers its choices (QSettings) by name, so that they hold when models or devices come later;
// how a run goes is remembered for each model.
class RunControls : public QWidget {
    Q_OBJECT

public:
    explicit RunControls(QWidget* parent = nullptr);

    void setModels(std::vector<ModelCard> models);
    void setDevices(const std::vector<DeviceInfo>& devices);
    void setDeviceObstacle(const QString& reason); // the module can't be used
    void selectModel(const QString& name); // if it is there
    const ModelCard* model() const; // null when there is none
    const std::vector<ModelCard>& models() const { return m_models; }
    RunChoice choice() const;
    // Why a run can't start as far as it is known here; empty when it can.
    QString obstacle() const;
    void openPanel();
    QWidget* makeDeviceChoice(QWidget* parent); // another list for the same choice

Q_SIGNALS:
    void changed();
    void presetChosen(limn::Kernel kernel); // by a person

private:
    void takeModel(); // another one may be chosen: its own settings
    void choosePreset(int index);
    void keep();
    void showHints();

    std::vector<ModelCard> m_models;
    QString m_deviceObstacle;
    ChoiceBox* m_model;
    ChoiceBox* m_device;
    ChoiceBox* m_preset;
    QToolButton* m_settings;
    RunPanel* m_panel;
};

} // namespace limn
