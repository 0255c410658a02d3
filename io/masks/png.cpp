#include "io/masks/png.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>

#include <cstring>

namespace limn {

Result<FilePieces> encodedPng(QImage picture, int dotsPerMetre)
{
    if (picture.isNull())
        return fail(ErrorCode::OutOfMemory, "PNG");
    picture.setText(QLatin1String(markKey), QLatin1String(markValue));
    // Else it would be the screen's, and the same mask two files.
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);
    QBuffer buffer;
    QImageWriter writer(&buffer, "png");
    if (!writer.write(picture))
        return fail(ErrorCode::Internal, "PNG", writer.errorString().toStdString());
    std::vector<std::byte> bytes(static_cast<std::size_t>(buffer.size()));
    std::memcpy(bytes.data(), buffer.data().constData(), bytes.size());
    FilePieces pieces;
    pieces.push_back(std::move(bytes));
    return pieces;
}

} // namespace limn
