// Where tools may paint, and how the brush takes its size: opens under its button in the options bar.
#pragma once

#include "ui/session/session.h"
#include "ui/tools/tool_settings.h"

#include <QFrame>

class QCheckBox;
class QDoubleSpinBox;
class QPushButton;
class QWidget;

namespace limn {

class ChoiceBox;

class PaintRulesPopup : public QFrame {
    Q_OBJECT

public:
    PaintRulesPopup(Session& session, QWidget* parent);

    void setSettings(const ToolSettings& settings, bool hasBrush); // says nothing
    void openUnder(const QWidget& button);

Q_SIGNALS:
    void changedByPerson(const limn::ToolSettings& settings);

private:
    void makeRows();
    void connectControls();
    void take(); // what the controls say
    void listLabels();
    void takeWindowRange();
    void enableRows();

    Session& m_session;
    ToolSettings m_settings;
    bool m_isShowing = false; // told, not by a person
    QCheckBox* m_probability;
    QDoubleSpinBox* m_least;
    QCheckBox* m_range;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
    QCheckBox* m_inside;
    ChoiceBox* m_label;
    QPushButton* m_none;
    QWidget* m_brushRows;
    QCheckBox* m_onScreen;
    QCheckBox* m_pressure;
};

// "p > 0.50, 100 to 200, in lung"; empty when there are no rules.
QString ruleWords(const PaintRules& rules, const LabelTable& labels);

} // namespace limn
