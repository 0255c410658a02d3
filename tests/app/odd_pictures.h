// A folder of small pictures and masks of them, for tests of the import.
#pragma once

#include "io/masks/datasets.h"
#include "tests/io/masks/odd_masks.h"

#include <QImage>
#include <QString>

namespace limn::test {

inline Size oddSize(int number)
{
    return {30 + number, 20 + 2 * number};
}

inline bool writePicture(const QString& folder, int number)
{
    const Size size = oddSize(number);
    QImage image(size.width, size.height, QImage::Format_Grayscale8);
    image.fill(40 * number);
    image.scanLine(3)[4] = 250;
    return image.save(QStringLiteral("%1/p%2.png").arg(folder).arg(number), "PNG");
}

// Of picture `number`; another `kind`, another mask.
inline MaskExport maskOfPicture(const QString& folder, int number, int kind = 1)
{
    MaskExport masks;
    masks.stem = QStringLiteral("p%1").arg(number).toStdString();
    masks.labels = oddLabels(oddSize(number), 1, kind);
    masks.table = oddTable();
    masks.source.files = {QStringLiteral("%1/p%2.png").arg(folder).arg(number).toStdString()};
    masks.source.format = "PNG";
    return masks;
}

inline QString written(const MaskExport& masks, MaskFormat format, const QString& folder)
{
    const auto files =
        writeMasks(masks, folder.toStdString(), std::span(&format, 1), IfExists::Replace, {});
    return files ? QString::fromStdString(files->front().string()) : QString();
}

} // namespace limn::test
