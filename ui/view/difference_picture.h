// A slice with two masks on it: grey where both say the same label, blue where only ours has one,
// orange where only the other has one, both colours in stripes where the labels differ.
#pragma once

#include "ui/figure/picture_image.h"
#include "model/data/label_layers.h"
#include "model/data/volume.h"

#include <QImage>
#include <QWidget>

#include <span>

namespace limn {

// The picture alone, a pixel each.
QImage differenceImage(const Slice* slice, const DisplayWindow& window, GreyFormula formula,
                       bool isInverted,
                       std::span<const Label> ours, std::span<const Label> theirs, Size size);

class DifferencePicture : public QWidget {
    Q_OBJECT

public:
    explicit DifferencePicture(QWidget* parent = nullptr);

    void setImage(const QImage& image, double pixelAspect); // height of a pixel by its width
    QSize sizeHint() const override { return {420, 360}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
    double m_aspect = 1;
};

} // namespace limn
