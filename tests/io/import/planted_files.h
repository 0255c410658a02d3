// Image files with words planted wherever a kind of file can keep any.
#pragma once

#include "tests/io/import/dicom_bytes.h"
#include "tests/io/import/nifti_bytes.h"

#include <QByteArrayList>
#include <QStringList>

#include <zlib.h>

namespace limn::test {

// "ZZCANARY" and what tells where it was. Dates and UIDs are planted, too.
inline constexpr const char* plantedWord = "ZZCANARY";
inline constexpr const char* plantedUidRoot = "1.2.826.0.1.3680043.8.777";
inline const QStringList plantedWords{"ZZCANARY", "1.2.826.0.1.3680043.8.777", "Zzcanärý"};

inline QByteArray word(const char* where)
{
    return QByteArray(plantedWord) + '^' + where;
}

// An element of every kind that holds words, for a data set or an item. `level` is in the words.
inline QByteArray plantedElements(const QByteArray& level)
{
    const QByteArray text = QByteArray(plantedWord) + level;
    QByteArray bytes;
    bytes += element(0x00080054, "AE", text.left(16)); // retrieve AE title
    bytes += element(0x00080080, "LO", "Zzcan\xc3\xa4r\xc3\xbd clinic " + text);
    bytes += element(0x00080081, "ST", text + " street");
    bytes += element(0x00080090, "PN", text + "^Referring");
    bytes += element(0x00081010, "SH", text.left(16));
    bytes += element(0x00081030, "LO", text + " study");
    bytes += longElement(0x00081032, "SQ", item(element(0x00080100, "SH", "12345")
                                                   + element(0x00080102, "SH", "SCT")
                                                   + element(0x00080104, "LO", text + " meaning")));
    bytes += element(0x0008103e, "LO", text + " series");
    bytes += element(0x00081070, "PN", text + "^Operator");
    bytes += element(0x00081090, "LO", text + " model");
    bytes += longElement(0x00081140, "SQ",
                         item(element(0x00081150, "UI", "1.2.840.10008.5.1.4.1.1.2")
                              + element(0x00081155, "UI", QByteArray(plantedUidRoot) + ".9" + level)));
    bytes += element(0x00082111, "ST", text + " derivation");
    return bytes;
}

inline QByteArray plantedPatient(const QByteArray& id)
{
    return element(0x00100010, "PN", "ZZCANARY^" + id) + element(0x00100020, "LO", "ZZCANARY" + id)
        + element(0x00100030, "DA", "19470321") + element(0x00100032, "TM", "031415")
        + element(0x00100040, "CS", "O") + element(0x00101010, "AS", "077Y")
        + element(0x00101020, "DS", "1.77") + element(0x00101040, "LO", "ZZCANARY lane 7")
        + element(0x00104000, "LT", "ZZCANARY comments\r\nof several lines");
}

// Elements after group 10, in rising order: protocols, private ones, curves, overlays, free texts.
inline QByteArray plantedAfter()
{
    QByteArray bytes;
    bytes += element(0x00180015, "CS", "ZZCANARY"); // a part of the body that no standard knows
    bytes += element(0x00181000, "LO", "ZZCANARY serial");
    bytes += element(0x00181030, "LO", "ZZCANARY protocol");
    bytes += element(0x00181210, "SH", "ZZCANARY");
    bytes += element(0x00189073, "FD", QByteArray(8, '\0'));
    return bytes;
}

inline QByteArray plantedPrivate()
{
    return element(0x00290010, "LO", "ZZCANARY CREATOR") + element(0x00291001, "LO", "ZZCANARY private")
        + longElement(0x00291002, "OB", "ZZCANARY bytes.")
        + longElement(0x00291003, "UN", "ZZCANARY unknown")
        + longElement(0x00291004, "SQ", item(plantedElements("private")));
}

struct PlantedDicom {
    int number = 1; // in UIDs
    QByteArray patient = "1", studyDate = "20190817", modality = "CT", sopClass = "1.2.840.10008.5.1.4.1.1.2";
    const char* burnedIn = nullptr;
    int rows = 5, columns = 7;
    int series = 0; // 0: one of its own
    int slice = 0; // of the series

    QByteArray uid(int kind) const
    {
        const int own = kind == 3 || series == 0 ? number : series; // 3: of the instance
        return QByteArray(plantedUidRoot) + '.' + QByteArray::number(kind) + '.' + QByteArray::number(own);
    }
    QByteArray pixels() const
    {
        QByteArray bytes;
        for (int i = 0; i < rows * columns; ++i)
            bytes += number16(1000 + 31 * i + number);
        return bytes;
    }
    QByteArray bytes() const;
};

inline QByteArray PlantedDicom::bytes() const
{
    QByteArray head = element(0x00080005, "CS", "ISO_IR 192")
        + element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL\\ZZCANARY")
        + element(0x00080012, "DA", studyDate) + element(0x00080016, "UI", sopClass)
        + element(0x00080018, "UI", uid(3)) + element(0x00080020, "DA", studyDate)
        + element(0x00080021, "DA", studyDate) + element(0x00080022, "DA", studyDate)
        + element(0x00080023, "DA", studyDate)
        + element(0x0008002a, "DT", studyDate + "101112.5") + element(0x00080030, "TM", "101112")
        + element(0x00080033, "TM", "ZZCANARY") + element(0x00080050, "SH", "ZZCANARY77")
        + element(0x00080060, "CS", modality) + element(0x00080070, "LO", "SIEMENS ZZCANARY");
    QByteArray bytes = head + plantedElements("top");
    bytes += longElement(0x00082112, "SQ",
                         item(plantedElements("one")
                              + longElement(0x0040a170, "SQ", item(plantedElements("two")))));
    bytes += longElement(0x00091001, "UN", "ZZCANARY orphan");
    bytes += plantedPatient(patient) + plantedAfter();
    bytes += element(0x0020000d, "UI", uid(1)) + element(0x0020000e, "UI", uid(2))
        + element(0x00200010, "SH", "ZZCANARY") + element(0x00200011, "IS", "3")
        + element(0x00200013, "IS", "1") + element(0x00200032, "DS", "-10\\20\\" + QByteArray::number(30.5 + 2 * slice))
        + element(0x00200037, "DS", "1\\0\\0\\0\\1\\0") + element(0x00200052, "UI", uid(4))
        + element(0x00201040, "LO", "ZZCANARY") + element(0x00204000, "LT", "ZZCANARY image comments");
    bytes += element(0x00280002, 1) + element(0x00280004, "CS", "MONOCHROME2")
        + element(0x00280010, rows) + element(0x00280011, columns)
        + element(0x00280030, "DS", "0.5\\0.25") + element(0x00280100, 16) + element(0x00280101, 16)
        + element(0x00280102, 15) + element(0x00280103, 0);
    if (burnedIn != nullptr)
        bytes += element(0x00280301, "CS", burnedIn);
    bytes += element(0x00281052, "DS", "-1024") + element(0x00281053, "DS", "1")
        + element(0x00281054, "LO", "HU") + element(0x00281055, "LO", "ZZCANARY window");
    bytes += plantedPrivate();
    bytes += element(0x00321060, "LO", "ZZCANARY requested");
    bytes += element(0x00400244, "DA", studyDate)
        + longElement(0x00400275, "SQ", item(plantedElements("request")));
    bytes += element(0x40080042, "LO", "ZZCANARY");
    bytes += element(0x50000022, "LO", "ZZCANARY curve");
    bytes += element(0x60000010, rows) + element(0x60000011, columns) + element(0x60000022, "LO", "ZZCANARY")
        + element(0x60000040, "CS", "G") + element(0x60000050, "SS", number16(1) + number16(1))
        + element(0x60000100, 1) + element(0x60000102, 0)
        + longElement(0x60003000, "OW", QByteArray((rows * columns + 15) / 16 * 2, '\x55'))
        + element(0x60004000, "LT", "ZZCANARY overlay");
    bytes += longElement(0x7fe00010, "OW", pixels());
    bytes += longElement(0xfffcfffc, "OB", "ZZCANARY padding");
    QByteArray file = part10(bytes);
    file.replace(0, 128, QByteArray("ZZCANARY preamble").leftJustified(128, '\0'));
    return file;
}

inline QByteArray pngChunk(const char* type, const QByteArray& data)
{
    QByteArray length(4, '\0'), sum(4, '\0');
    qToBigEndian(static_cast<quint32>(data.size()), length.data());
    const QByteArray body = type + data;
    qToBigEndian(static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                                            static_cast<uInt>(body.size()))),
                 sum.data());
    return length + body + sum;
}

inline QByteArray deflated(const QByteArray& data)
{
    return qCompress(data).mid(4);
}

// Puts texts into a PNG: before its pixels, after them, and behind its end.
inline QByteArray plantedPng(const QByteArray& png)
{
    const auto pixels = png.indexOf("IDAT") - 4, end = png.indexOf("IEND") - 4;
    return png.left(pixels) + pngChunk("tEXt", QByteArray("Comment\0ZZCANARY", 16))
        + pngChunk("zTXt", QByteArray("Patient\0\0", 9) + deflated("ZZCANARY in a packed text, long enough"))
        + pngChunk("iTXt", QByteArray("Title\0\1\0\0\0", 10) + deflated("Zzcan\xc3\xa4r\xc3\xbd ZZCANARY, packed"))
        + pngChunk("eXIf", "MM ZZCANARY") + pngChunk("tIME", QByteArray("\x07\xe3\x08\x11\x0a\x0b\x0c", 7))
        + pngChunk("zzCa", "ZZCANARY of my own") + png.mid(pixels, end - pixels)
        + pngChunk("tEXt", QByteArray("After\0ZZCANARY", 14)) + png.mid(end) + "ZZCANARY behind the end";
}

// Segments after the first marker: EXIF with a turn and texts, a comment, a profile; words behind the end.
inline QByteArray plantedJpeg(const QByteArray& jpeg, int turn)
{
    const auto segment = [](int marker, const QByteArray& data) {
        QByteArray length(2, '\0');
        qToBigEndian(static_cast<quint16>(data.size() + 2), length.data());
        return QByteArray("\xff") + static_cast<char>(marker) + length + data;
    };
    QByteArray exif("Exif\0\0II*\0\x08\0\0\0\x02\0", 16);
    exif += QByteArray("\x12\x01\x03\0\x01\0\0\0", 8) + static_cast<char>(turn) + QByteArray(3, '\0');
    exif += QByteArray("\x0e\x01\x02\0\x09\0\0\0\x26\0\0\0", 12) + QByteArray(4, '\0') + "ZZCANARY" + '\0';
    return jpeg.left(2) + segment(0xe1, exif)
        + segment(0xe1, QByteArray("http://ns.adobe.com/xap/1.0/\0<x>ZZCANARY</x>", 45))
        + segment(0xe2, "ICC_PROFILE ZZCANARY") + segment(0xed, "Photoshop ZZCANARY")
        + segment(0xfe, "ZZCANARY comment") + jpeg.mid(2) + "ZZCANARY behind the end";
}

// Words in the header's texts, in an extension and behind the voxels.
inline QByteArray plantedNifti(bool hasExtension)
{
    NiftiShape shape;
    if (hasExtension)
        shape.offset = 352 + 32;
    QByteArray bytes = niftiFile<std::int16_t>(shape);
    bytes.replace(4, 8, "ZZCANARY"); // data_type
    bytes.replace(14, 8, "ZZCANARY"); // db_name
    bytes.replace(148, 12, "ZZCANARY was"); // descrip
    bytes.replace(228, 12, "ZZCANARY.img"); // aux_file
    bytes.replace(328, 8, "ZZCANARY"); // intent_name
    if (hasExtension) {
        bytes[348] = 1;
        bytes.insert(352, number32(32) + number32(6) + QByteArray("ZZCANARY extension").leftJustified(24, '\0'));
    }
    return bytes + "ZZCANARY behind the voxels";
}

// As gzip makes it, with the file's name in it.
inline QByteArray gzipped(const QByteArray& bytes, const QByteArray& name)
{
    const QByteArray packed = qCompress(bytes).mid(4);
    QByteArray file = QByteArray("\x1f\x8b\x08\x08\0\0\0\0\0\x03", 10) + name + '\0'
        + packed.mid(2, packed.size() - 6);
    return file
        + number32(static_cast<std::uint32_t>(
            crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()))))
        + number32(static_cast<std::uint32_t>(bytes.size()));
}

} // namespace limn::test
