// How many of a run's chains must agree.
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace limn {

// At its left end it is off and the threshold decides; then 1, 2, … of R chains.
class AgreementSlider : public QWidget {
    Q_OBJECT

public:
    explicit AgreementSlider(Session& session, QWidget* parent = nullptr);

private:
    void refresh();

    Session& m_session;
    QSlider* m_slider;
    QLabel* m_words;
};

} // namespace limn
