// What is drawn over the picture: the display, its legend, its colours, lines, opacity.
#pragma once

#include "ui/session/session.h"
#include "ui/view/overlay_settings.h"

#include <QFrame>
#include <QList>

#include <optional>

class QAction;
class QCheckBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QSlider;
class QSpinBox;

namespace limn {

class ChoiceBox;
class MapLegend;

class OverlayPanel : public QFrame {
    Q_OBJECT

public:
    explicit OverlayPanel(Session& session, QWidget* parent = nullptr);

    void setSettings(const OverlaySettings& settings); // says nothing
    void addToTitle(QAction* action); // a small button
    void setValue(std::optional<double> value); // of the display, under the pointer
    QList<QAction*> displayActions() const { return m_actions; } // of the displays with a key

Q_SIGNALS:
    void changedByPerson(const limn::OverlaySettings& settings);

private:
    void makeActions();
    void arrange();
    void addNamed(QGridLayout& grid, QLabel* name, QWidget* control);
    void connectControls();
    void choose(OverlayMode mode);
    void refresh(); // the settings, or what the session has, changed
    void refreshDisplays();
    void refreshClasses();
    void refreshSteps();
    ColourMap& shownColours();

    Session& m_session;
    OverlaySettings m_settings;
    QList<QAction*> m_actions;
    QHBoxLayout* m_title;
    ChoiceBox* m_display;
    QLabel* m_sentence;
    QLabel* m_className;
    ChoiceBox* m_class;
    QLabel* m_stepsName;
    QWidget* m_steps;
    QSpinBox* m_stepA;
    QSpinBox* m_stepB;
    MapLegend* m_legend;
    QLabel* m_coloursName;
    ChoiceBox* m_colours;
    QCheckBox* m_lines;
    QSlider* m_opacity;
    QLabel* m_percent;
};

} // namespace limn
