// On the canvas while two things are compared: how, with what, and the end of it.
#pragma once

#include "ui/view/compare_layer.h"

#include <QWidget>

namespace limn {

class ChoiceBox;
class Segmented;

class CompareBar : public QWidget {
    Q_OBJECT

public:
    CompareBar(Session& session, QWidget* parent);

    void setSettings(const CompareSettings& settings); // says nothing

Q_SIGNALS:
    void changedByPerson(const limn::CompareSettings& settings);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void listSides();

    Session& m_session;
    CompareSettings m_settings;
    bool m_isShowing = false; // told, not by a person
    Segmented* m_view;
    ChoiceBox* m_with;
};

} // namespace limn
