// The preview of a figure or an animation, which plays.
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace limn {

class FigurePreview : public QWidget {
    Q_OBJECT

public:
    explicit FigurePreview(QWidget* parent = nullptr);

    // One frame stands; several play over and over, a step `stepMs`, the last `lastMs`.
    void showFrames(std::vector<QImage> frames, int stepMs = 0, int lastMs = 0);
    void showWords(const QString& words); // instead of a picture
    QSize pixels() const; // that a picture can have

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void next();

    std::vector<QImage> m_frames;
    std::size_t m_frame = 0;
    int m_stepMs = 0, m_lastMs = 0;
    QString m_words;
    QTimer m_timer;
};

} // namespace limn
