// A sample on the start page: its picture and title, one button.
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace limn {

class SampleCard : public QAbstractButton {
    Q_OBJECT

public:
    SampleCard(const QString& title, const QImage& picture, QWidget* parent = nullptr);

    void nameKeys(); // again, after they have changed

    QSize sizeHint() const override { return {212, 176}; }
    QSize minimumSizeHint() const override { return {140, 176}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QImage m_picture;
};

} // namespace limn
