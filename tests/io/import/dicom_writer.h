// DICOM files for tests in any uncompressed transfer syntax, of values that are known.
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <cstdint>
#include <vector>

namespace limn::test {

enum class Syntax { Implicit, Explicit, BigEndian, Deflated };

// Elements one after the other, as the syntax writes them.
class DicomWriter {
public:
    explicit DicomWriter(Syntax syntax)
        : m_syntax(syntax)
    {
    }

    DicomWriter& text(std::uint32_t tag, const char* vr, QByteArray value)
    {
        if (value.size() % 2 != 0)
            value += qstrcmp(vr, "UI") == 0 ? '\0' : ' ';
        return element(tag, vr, value);
    }
    DicomWriter& number(std::uint32_t tag, int value, const char* vr = "US")
    {
        return element(tag, vr, short16(value));
    }
    DicomWriter& numbers(std::uint32_t tag, const std::vector<int>& values, const char* vr = "US")
    {
        QByteArray bytes;
        for (const int value : values)
            bytes += short16(value);
        return element(tag, vr, bytes);
    }
    // Words of 1, 2, 4 or 8 bytes.
    DicomWriter& words(std::uint32_t tag, const char* vr, const std::vector<std::uint64_t>& values,
                       int wordBytes)
    {
        QByteArray bytes;
        for (const std::uint64_t value : values)
            for (int k = 0; k < wordBytes; ++k)
                bytes += static_cast<char>(
                    value >> 8 * (m_syntax == Syntax::BigEndian ? wordBytes - 1 - k : k) & 0xff);
        if (bytes.size() % 2 != 0)
            bytes += '\0';
        return element(tag, vr, bytes);
    }
    DicomWriter& item(std::uint32_t sequence, const DicomWriter& content)
    {
        QByteArray bytes = tagOf(0xfffee000) + long32(content.m_bytes.size()) + content.m_bytes;
        return element(sequence, "SQ", bytes);
    }
    DicomWriter& element(std::uint32_t tag, const char* vr, const QByteArray& value)
    {
        m_bytes += tagOf(tag);
        const bool isLong = qstrcmp(vr, "OB") == 0 || qstrcmp(vr, "OW") == 0
            || qstrcmp(vr, "OF") == 0 || qstrcmp(vr, "OD") == 0 || qstrcmp(vr, "SQ") == 0;
        if (m_syntax == Syntax::Implicit)
            m_bytes += long32(value.size());
        else if (isLong)
            m_bytes += vr + QByteArray(2, '\0') + long32(value.size());
        else
            m_bytes += vr + short16(static_cast<int>(value.size()));
        m_bytes += value;
        return *this;
    }

    QByteArray file() const
    {
        static constexpr const char* uids[] = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1",
                                               "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"};
        DicomWriter meta(Syntax::Explicit);
        meta.element(0x00020001, "OB", QByteArray("\0\1", 2))
            .text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.7")
            .text(0x00020003, "UI", "1.2.3.4")
            .text(0x00020010, "UI", uids[static_cast<int>(m_syntax)]);
        DicomWriter length(Syntax::Explicit);
        length.element(0x00020000, "UL", meta.long32(meta.m_bytes.size()));
        QByteArray data = m_bytes;
        if (m_syntax == Syntax::Deflated) {
            data = qCompress(m_bytes).mid(6).chopped(4); // without length, zlib's head and checksum
            if (data.size() % 2 != 0)
                data += '\0';
        }
        return QByteArray(128, '\0') + "DICM" + length.m_bytes + meta.m_bytes + data;
    }

private:
    QByteArray short16(int value) const
    {
        QByteArray bytes(2, '\0');
        if (m_syntax == Syntax::BigEndian)
            qToBigEndian(static_cast<quint16>(value), bytes.data());
        else
            qToLittleEndian(static_cast<quint16>(value), bytes.data());
        return bytes;
    }
    QByteArray long32(qsizetype value) const
    {
        QByteArray bytes(4, '\0');
        if (m_syntax == Syntax::BigEndian)
            qToBigEndian(static_cast<quint32>(value), bytes.data());
        else
            qToLittleEndian(static_cast<quint32>(value), bytes.data());
        return bytes;
    }
    QByteArray tagOf(std::uint32_t tag) const
    {
        return short16(static_cast<int>(tag >> 16)) + short16(static_cast<int>(tag & 0xffff));
    }

    Syntax m_syntax;
    QByteArray m_bytes;
};

} // namespace limn::test
