// The tools as a column of buttons at the canvas's left edge, each with its glyph and its key.
#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace limn {

class ToolStrip : public QWidget {
    Q_OBJECT

public:
    // One button for each place of toolTable(), in its order; the actions say which tool is active.
    ToolStrip(const QList<QAction*>& actions, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace limn
