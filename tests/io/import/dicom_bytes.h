// Small DICOM files for tests, explicit little endian, element by element.
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <cstdint>

namespace limn::test {

inline QByteArray number16(int value)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(static_cast<quint16>(value), bytes.data());
    return bytes;
}

inline QByteArray number32(std::uint32_t value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline QByteArray padded(QByteArray value, char with = ' ')
{
    return value.size() % 2 == 0 ? value : value + with;
}

inline QByteArray tagBytes(std::uint32_t tag)
{
    return number16(static_cast<int>(tag >> 16)) + number16(static_cast<int>(tag & 0xffff));
}

// An element whose VR has a 16-bit length.
inline QByteArray element(std::uint32_t tag, const char* vr, const QByteArray& value)
{
    const QByteArray even = padded(value, qstrcmp(vr, "UI") == 0 ? '\0' : ' ');
    return tagBytes(tag) + vr + number16(static_cast<int>(even.size())) + even;
}

inline QByteArray element(std::uint32_t tag, int value)
{
    return element(tag, "US", number16(value));
}

// OB, OW, OF, SQ, ...
inline QByteArray longElement(std::uint32_t tag, const char* vr, const QByteArray& value)
{
    const QByteArray even = padded(value, '\0');
    return tagBytes(tag) + vr + number16(0) + number32(static_cast<std::uint32_t>(even.size()))
        + even;
}

inline QByteArray item(const QByteArray& content)
{
    return tagBytes(0xfffee000) + number32(static_cast<std::uint32_t>(content.size())) + content;
}

inline QByteArray part10(const QByteArray& dataSet, const char* syntax = "1.2.840.10008.1.2.1")
{
    const QByteArray meta = longElement(0x00020001, "OB", QByteArray("\0\1", 2))
        + element(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.7")
        + element(0x00020003, "UI", "1.2.3.4") + element(0x00020010, "UI", syntax);
    return QByteArray(128, '\0') + "DICM"
        + element(0x00020000, "UL", number32(static_cast<std::uint32_t>(meta.size()))) + meta
        + dataSet;
}

// What a file for a test says of its pixels.
struct Shape {
    int rows = 2;
    int columns = 3;
    int samples = 1;
    int allocated = 16;
    int stored = 16;
    int highBit = 15;
    int isSigned = 0;
    const char* photometric = "MONOCHROME2";
    const char* frames = nullptr;
};

// Group 28, which other elements of the group (rescale, window) follow.
inline QByteArray shapeElements(const Shape& shape)
{
    QByteArray bytes = element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7")
        + element(0x00080018, "UI", "1.2.3.4") + element(0x0020000d, "UI", "1.2.3")
        + element(0x0020000e, "UI", "1.2.3.5") + element(0x00280002, shape.samples)
        + element(0x00280004, "CS", shape.photometric);
    if (shape.samples == 3)
        bytes += element(0x00280006, 0);
    if (shape.frames != nullptr)
        bytes += element(0x00280008, "IS", shape.frames);
    return bytes + element(0x00280010, shape.rows) + element(0x00280011, shape.columns)
        + element(0x00280100, shape.allocated) + element(0x00280101, shape.stored)
        + element(0x00280102, shape.highBit) + element(0x00280103, shape.isSigned);
}

template <typename Number> QByteArray words(std::initializer_list<Number> values)
{
    QByteArray bytes;
    for (const Number value : values)
        bytes += number16(static_cast<int>(value));
    return bytes;
}

} // namespace limn::test
