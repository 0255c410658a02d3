// DICOM images with known geometry, to be the sources of segmentations.
#pragma once

#include "tests/io/import/dicom_bytes.h"

#include <QByteArrayList>

namespace limn::test {

enum class MadeKind {
    Series, // CT, a file a slice
    Enhanced, // CT, one file, a group a frame
    Film, // ultrasound, one file, frames without a frame of reference
};

struct MadeSeries {
    MadeKind kind = MadeKind::Series;
    int columns = 1, rows = 1, slices = 1;
    int number = 1; // in the UIDs
    QByteArray characterSet = {}, patientName = "Made^Patient";

    QByteArray uid(const char* what, int slice = 0) const
    {
        return "1.2.826.0.1.3680043.8.498." + QByteArray::number(number) + what
            + QByteArray::number(slice + 1);
    }
    // Millimetres; oblique, the slices 2.5 mm apart along the normal.
    QByteArray position(int slice) const
    {
        return "-10.5\\" + QByteArray::number(20 - 2.5 * 0.6 * slice) + '\\'
            + QByteArray::number(7.25 + 2.5 * 0.8 * slice);
    }
    QByteArrayList files() const;

private:
    QByteArray head(int slice) const;
    QByteArray groups() const;
};

inline constexpr const char* madeOrientation = "1\\0\\0\\0\\0.8\\0.6";

inline QByteArray MadeSeries::head(int slice) const
{
    const char* const classUid = kind == MadeKind::Series ? "1.2.840.10008.5.1.4.1.1.2"
        : kind == MadeKind::Enhanced                      ? "1.2.840.10008.5.1.4.1.1.2.1"
                                                          : "1.2.840.10008.5.1.4.1.1.3.1";
    QByteArray bytes;
    if (!characterSet.isEmpty())
        bytes += element(0x00080005, "CS", characterSet);
    bytes += element(0x00080016, "UI", classUid) + element(0x00080018, "UI", uid(".3.", slice))
        + element(0x00080020, "DA", "20200102") + element(0x00080030, "TM", "030405")
        + element(0x00080050, "SH", "A1")
        + element(0x00080060, "CS", kind == MadeKind::Film ? "US" : "CT")
        + element(0x00080090, "PN", "Made^Physician") + element(0x00100010, "PN", patientName)
        + element(0x00100020, "LO", "MADE-" + QByteArray::number(number))
        + element(0x00100030, "DA", "19500607") + element(0x00100040, "CS", "O");
    if (kind == MadeKind::Series)
        bytes += element(0x00180050, "DS", "2");
    bytes += element(0x0020000d, "UI", uid(".1.")) + element(0x0020000e, "UI", uid(".2."))
        + element(0x00200010, "SH", "S1") + element(0x00200011, "IS", "3")
        + element(0x00200013, "IS", QByteArray::number(slice + 1));
    if (kind == MadeKind::Series)
        bytes +=
            element(0x00200032, "DS", position(slice)) + element(0x00200037, "DS", madeOrientation);
    if (kind != MadeKind::Film)
        bytes += element(0x00200052, "UI", uid(".4.")) + element(0x00201040, "LO", "");
    return bytes;
}

inline QByteArray MadeSeries::groups() const
{
    const QByteArray shared =
        longElement(0x00209116, "SQ", item(element(0x00200037, "DS", madeOrientation)))
        + longElement(
            0x00289110, "SQ",
            item(element(0x00180050, "DS", "2") + element(0x00280030, "DS", "0.7\\0.55")));
    QByteArray frames;
    for (int slice = 0; slice < slices; ++slice)
        frames +=
            item(longElement(0x00209113, "SQ", item(element(0x00200032, "DS", position(slice)))));
    return longElement(0x52009229, "SQ", item(shared)) + longElement(0x52009230, "SQ", frames);
}

inline QByteArrayList MadeSeries::files() const
{
    QByteArrayList files;
    const bool isSeries = kind == MadeKind::Series;
    const int frames = isSeries ? 1 : slices;
    for (int slice = 0; slice < (isSeries ? slices : 1); ++slice) {
        QByteArray bytes =
            head(slice) + element(0x00280002, 1) + element(0x00280004, "CS", "MONOCHROME2");
        if (!isSeries)
            bytes += element(0x00280008, "IS", QByteArray::number(frames));
        bytes += element(0x00280010, rows) + element(0x00280011, columns);
        if (isSeries)
            bytes += element(0x00280030, "DS", "0.7\\0.55");
        bytes += element(0x00280100, 8) + element(0x00280101, 8) + element(0x00280102, 7)
            + element(0x00280103, 0);
        if (kind == MadeKind::Enhanced)
            bytes += groups();
        QByteArray pixels(rows * columns * frames, '\0');
        for (int i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<char>(i * 7 + 40 * slice);
        bytes += longElement(0x7fe00010, "OB", pixels);
        files.append(part10(bytes));
    }
    return files;
}

} // namespace limn::test
