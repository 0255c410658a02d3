// One step on the timeline: the chain's state above, the posterior below.
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace limn {

class StepThumbnail : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int halfPx = 38, captionPx = 15;

    explicit StepThumbnail(int step, QWidget* parent = nullptr);

    int step() const { return m_step; } // 1..; 0: the state at t = 0
    void setPictures(const QImage& state, const QImage& posterior);
    void setCaptions(const QString& above, const QString& below);
    void setBase(bool isBase);
    void setEdits(int count); // how often a person edited while this was the base step
    void setPictureWidth(int widthPx);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pressedOrDragged(QPoint globalPosition);
    void letGo();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void describe();

    int m_step;
    int m_widthPx = halfPx;
    bool m_isBase = false;
    int m_edits = 0;
    QImage m_state, m_posterior; // null: still to come
    QString m_above, m_below;
};

} // namespace limn
