// CT slices as single DICOM files, each with its own place and values, for tests of series.
#pragma once

#include "tests/io/import/dicom_bytes.h"

#include <array>
#include <string>
#include <vector>

namespace limn::test {

using Millimetres = std::array<double, 3>;

struct MadeSlice {
    Millimetres origin{};
    int number = 1; // also in its UID
    const char* orientation = "1\\0\\0\\0\\1\\0";
    int rows = 6, columns = 8;
    int value = 0; // of the first pixel; the others grow
    const char* series = "1.2.826.0.1.3680043.8.498.77.2";
    int trigger = -1; // ms
};

inline QByteArray decimalsText(const Millimetres& numbers)
{
    QByteArray text;
    for (const double number : numbers)
        text += (text.isEmpty() ? "" : "\\") + QByteArray::number(number, 'g', 12);
    return text;
}

inline QByteArray madeSlice(const MadeSlice& slice)
{
    const QByteArray uid = "1.2.826.0.1.3680043.8.498.77.3." + QByteArray::number(slice.number);
    QByteArray bytes = element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
        + element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2") + element(0x00080018, "UI", uid)
        + element(0x00080020, "DA", "20200102") + element(0x00080030, "TM", "030405")
        + element(0x00080060, "CS", "CT") + element(0x00080070, "LO", "Made")
        + element(0x00100010, "PN", "Made^Series") + element(0x00100020, "LO", "MADE")
        + element(0x00180050, "DS", "2");
    if (slice.trigger >= 0)
        bytes += element(0x00181060, "DS", QByteArray::number(slice.trigger));
    bytes += element(0x0020000d, "UI", "1.2.826.0.1.3680043.8.498.77.1")
        + element(0x0020000e, "UI", slice.series) + element(0x00200010, "SH", "S1")
        + element(0x00200011, "IS", "3")
        + element(0x00200013, "IS", QByteArray::number(slice.number))
        + element(0x00200032, "DS", decimalsText(slice.origin))
        + element(0x00200037, "DS", slice.orientation)
        + element(0x00200052, "UI", "1.2.826.0.1.3680043.8.498.77.4")
        + element(0x00280002, 1) + element(0x00280004, "CS", "MONOCHROME2")
        + element(0x00280010, slice.rows) + element(0x00280011, slice.columns)
        + element(0x00280030, "DS", "0.7\\0.55") + element(0x00280100, 16)
        + element(0x00280101, 16) + element(0x00280102, 15) + element(0x00280103, 0);
    QByteArray pixels;
    for (int i = 0; i < slice.rows * slice.columns; ++i)
        pixels += number16(slice.value + i);
    return part10(bytes + longElement(0x7fe00010, "OW", pixels));
}

} // namespace limn::test
