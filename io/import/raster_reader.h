// PNG, JPEG, TIFF and BMP through QImageReader.
#pragma once

#include "io/import/bytes.h"
#include "io/import/picture.h"

namespace limn {

bool looksLikePng(Bytes head);
bool looksLikeJpeg(Bytes head);
bool looksLikeTiff(Bytes head);
bool looksLikeBmp(Bytes head);

// Grey stays one channel, and so does a palette of greys; every other picture is red, green, blue.
// Transparency is dropped and an EXIF turn applied, both with a note. A file that ends early is
// Truncated.
Result<Picture> readPng(const ReadRequest& request);
Result<Picture> readJpeg(const ReadRequest& request);
Result<Picture> readTiff(const ReadRequest& request); // each page is a frame
Result<Picture> readBmp(const ReadRequest& request);

} // namespace limn
