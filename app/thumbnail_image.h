// A thumbnail of the import child as Qt's image.
#pragma once

#include "io/import_client.h"

#include <QImage>

namespace limn {

QImage imageOf(const Thumbnail& thumbnail); // a copy

} // namespace limn
