// One label of the panel: number, colour, name, eye, lock, and the way to its card.
#pragma once

#include "model/data/label_table.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace limn {

class SwatchButton;
class TextField;

// Shows a row of the table and says what a person wants it to be; the session decides.
class LabelRowWidget : public QFrame {
    Q_OBJECT

public:
    explicit LabelRowWidget(QWidget* parent = nullptr);

    void setRow(const LabelRow& row);
    const LabelRow& row() const { return m_row; }
    void setCurrent(bool isCurrent);
    void beginRename();

Q_SIGNALS:
    void chosen(limn::Label label);
    void changed(const limn::LabelRow& row);
    void cardRequested(limn::Label label);
    void moveRequested(limn::Label label, int rows); // up: negative
    void pointedAt(limn::Label label); // 0: left

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void endRename();
    void askForColour();
    void showSwitches();

    LabelRow m_row;
    bool m_isCurrent = false;
    QLabel* m_number;
    SwatchButton* m_swatch;
    TextField* m_name;
    QToolButton* m_eye;
    QToolButton* m_lock;
    QToolButton* m_more;
};

} // namespace limn
