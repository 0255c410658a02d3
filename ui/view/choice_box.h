// A drop-down list in the window's look.
#pragma once

#include <QComboBox>

namespace limn {

// As wide as its text up to `widestPx`; longer texts are elided in the middle. The whole text is in
// the tooltip, followed by the sentence set with setHint(). A click does not take the focus: the keys
// stay with the picture. Keys typed into the open list are no commands of the window, and in a window
// that is no dialog Return opens the list.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(int widestPx, QWidget* parent = nullptr);

    void setHint(const QString& sentence);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    bool eventFilter(QObject* watched, QEvent* event) override; // of the list

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateToolTip();

    int m_widestPx;
    QString m_hint;
};

} // namespace limn
