// What is drawn over the picture: display, opacity, and whose map.
#pragma once

#include "ui/view/overlay_settings.h"

#include <QFrame>

class QLabel;
class QSlider;

namespace limn {

class Segmented;

class OverlayPanel : public QFrame {
    Q_OBJECT

public:
    explicit OverlayPanel(QWidget* parent = nullptr);

    void setSettings(const OverlaySettings& settings); // says nothing

Q_SIGNALS:
    void changedByPerson(const limn::OverlaySettings& settings);

private:
    void refresh();

    OverlaySettings m_settings;
    Segmented* m_mode;
    Segmented* m_map;
    QSlider* m_opacity;
    QLabel* m_percent;
};

} // namespace limn
