// How a run goes, in words: steps, noise, seed, chains, early stop, how common each class is.
#pragma once

#include "model/data/model_card.h"
#include "ui/view/run_choice.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace limn {

class ChoiceBox;

// Opens under the button that shows it; closes by Escape or a click elsewhere.
class RunPanel : public QFrame {
    Q_OBJECT

public:
    explicit RunPanel(QWidget* parent);

    void setOptions(const RunOptions& options); // says nothing
    const RunOptions& options() const { return m_options; }
    void setModel(const ModelCard* model); // gives each class its row; null: none
    void openUnder(const QWidget& button);

Q_SIGNALS:
    void changedByPerson();

private:
    void addRow(const QString& name, QWidget* control, QLabel* sentence);
    QLabel* makeSentence(const QString& text);
    void makePriors(const std::vector<std::string>& classes);
    void connectControls();
    void take(); // what the controls say
    void explain();

    RunOptions m_options;
    bool m_isShowing = false; // told, not by a person
    QGridLayout* m_grid;
    QSpinBox* m_steps;
    ChoiceBox* m_kernel;
    QLabel* m_kernelWords;
    QSpinBox* m_seed;
    QSpinBox* m_chains;
    QDoubleSpinBox* m_sampling;
    QCheckBox* m_earlyStop;
    QWidget* m_priorBox = nullptr; // null: no rows
    std::vector<QDoubleSpinBox*> m_priors; // a foreground class each
    std::vector<std::string> m_classes;
};

} // namespace limn
