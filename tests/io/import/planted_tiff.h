// A TIFF with words planted in every kind of tag that can keep them, on two pages.
#pragma once

#include "tests/io/import/planted_files.h"

#include <QtEndian>

#include <map>

namespace limn::test {

struct TiffTag {
    quint16 type = 0; // 1 byte, 2 ASCII, 3 short, 4 long, 5 rational
    quint32 count = 0;
    QByteArray data;
};

inline QByteArray littleShort(quint16 value)
{
    QByteArray bytes(2, 0);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline QByteArray littleLong(quint32 value)
{
    QByteArray bytes(4, 0);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline TiffTag shortTag(quint16 value) { return {3, 1, littleShort(value)}; }
inline TiffTag longTag(quint32 value) { return {4, 1, littleLong(value)}; }
inline TiffTag textTag(const QByteArray& text)
{
    return {2, static_cast<quint32>(text.size() + 1), text + '\0'};
}

// A directory at the end of `file`, its values behind it; returns where the place of the next one is.
inline qsizetype addDirectory(QByteArray& file, const std::map<quint16, TiffTag>& tags)
{
    const auto values = file.size() + 2 + 12 * static_cast<qsizetype>(tags.size()) + 4;
    QByteArray behind;
    file += littleShort(static_cast<quint16>(tags.size()));
    for (const auto& [tag, value] : tags) {
        file += littleShort(tag) + littleShort(value.type) + littleLong(value.count);
        if (value.data.size() <= 4) {
            file += value.data.leftJustified(4, 0);
            continue;
        }
        file += littleLong(static_cast<quint32>(values + behind.size()));
        behind += value.data + QByteArray(value.data.size() % 2, 0);
    }
    const auto next = file.size();
    file += littleLong(0) + behind;
    return next;
}

inline std::map<quint16, TiffTag> plantedTags(const QByteArray& page, quint32 strip, quint32 exif)
{
    return {{256, shortTag(6)},
            {257, shortTag(5)},
            {258, shortTag(8)},
            {259, shortTag(1)},
            {262, shortTag(1)},
            {269, textTag(word("document name") + page)},
            {270, textTag(word("description") + page)},
            {271, textTag(word("make") + page)},
            {272, textTag(word("model") + page)},
            {273, longTag(strip)},
            {277, shortTag(1)},
            {278, shortTag(5)},
            {279, longTag(30)},
            {285, textTag(word("page name") + page)},
            {305, textTag(word("software") + page)},
            {306, textTag("1947:03:21 03:14:15 " + word("date"))},
            {315, textTag(word("artist") + page)},
            {316, textTag(word("host") + page)},
            {700, {1, 40, word("XMP").leftJustified(40, ' ')}},
            {33432, textTag(word("copyright") + page)},
            {34665, longTag(exif)},
            {37724, {1, 40, word("Photoshop").leftJustified(40, ' ')}},
            {50838, textTag(word("ImageJ") + page)}};
}

inline QByteArray plantedTiff()
{
    QByteArray file = QByteArray("II") + littleShort(42) + littleLong(0);
    const auto place = [&file](qsizetype at) {
        qToLittleEndian(static_cast<quint32>(file.size()), file.data() + at);
    };
    qsizetype next = 4;
    for (const char* const page : {"one", "two"}) {
        const auto strip = static_cast<quint32>(file.size());
        for (int i = 0; i < 30; ++i)
            file += static_cast<char>(7 * i);
        const auto exif = static_cast<quint32>(file.size());
        addDirectory(file, {{36867, textTag(word("taken"))}, {42016, textTag(word("picture id"))}});
        place(next);
        next = addDirectory(file, plantedTags(page, strip, exif));
    }
    return file;
}

} // namespace limn::test
