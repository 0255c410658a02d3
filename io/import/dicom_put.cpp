#include "io/import/dicom_put.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcvrul.h>

#include <QString>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdio>
#include <memory>

namespace limn {

namespace {

constexpr std::size_t decimalCharacters = 16;
constexpr int longStringCharacters = 64;

// Only a tag with another VR is refused, so a failure is a fault of this program.
void expect([[maybe_unused]] const OFCondition& done)
{
    assert(done.good());
}

} // namespace

void putText(DcmItem& item, const DcmTagKey& tag, const std::string& text)
{
    expect(item.putAndInsertString(tag, text.c_str()));
}

void putShorts(DcmItem& item, const DcmTagKey& tag, std::initializer_list<int> values)
{
    const std::vector<Uint16> numbers(values.begin(), values.end());
    expect(item.putAndInsertUint16Array(tag, numbers.data(), numbers.size()));
}

void putLongs(DcmItem& item, const DcmTagKey& tag, std::initializer_list<int> values)
{
    const std::vector<Uint32> numbers(values.begin(), values.end());
    auto element = std::make_unique<DcmUnsignedLong>(DcmTag(tag));
    expect(element->putUint32Array(numbers.data(), numbers.size()));
    expect(item.insert(element.release(), OFTrue));
}

void putTag(DcmItem& item, const DcmTagKey& tag, const DcmTagKey& value)
{
    expect(item.putAndInsertTagKey(tag, value));
}

void putDecimals(DcmItem& item, const DcmTagKey& tag, const std::vector<double>& values)
{
    std::string text;
    for (const double value : values) {
        if (!text.empty())
            text += '\\';
        text += decimalText(value);
    }
    putText(item, tag, text);
}

DcmItem& addItem(DcmItem& item, const DcmTagKey& sequence)
{
    DcmSequenceOfItems* items = nullptr;
    if (item.findAndGetSequence(sequence, items).bad()) {
        auto made = std::make_unique<DcmSequenceOfItems>(DcmTag(sequence));
        items = made.get();
        expect(item.insert(made.release(), OFTrue));
    }
    auto made = std::make_unique<DcmItem>();
    DcmItem& added = *made;
    expect(items->append(made.release()));
    return added;
}

DcmItem& addCode(DcmItem& item, const DcmTagKey& sequence, const Code& code)
{
    DcmItem& added = addItem(item, sequence);
    putText(added, DCM_CodeValue, code.value);
    putText(added, DCM_CodingSchemeDesignator, code.scheme);
    putText(added, DCM_CodeMeaning, code.meaning);
    return added;
}

void copyElements(DcmItem& from, DcmItem& to, std::initializer_list<DcmTagKey> tags)
{
    for (const DcmTagKey& tag : tags)
        from.findAndInsertCopyOfElement(tag, &to);
}

std::string decimalText(double value)
{
    std::array<char, 64> text{};
    const auto [end, fault] = std::to_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && static_cast<std::size_t>(end - text.data()) <= decimalCharacters)
        return {text.data(), end};
    for (int digits = 16; digits > 0; --digits)
        if (const int length = std::snprintf(text.data(), text.size(), "%.*g", digits, value);
            length <= static_cast<int>(decimalCharacters))
            return text.data();
    return "0";
}

std::string newUid()
{
    return uidOf(QUuid::createUuid().toRfc4122());
}

std::string uidOf(QByteArray bytes)
{
    // Long division by ten.
    std::string digits;
    while (std::ranges::any_of(bytes, [](char byte) { return byte != 0; })) {
        int rest = 0;
        for (char& byte : bytes) {
            const int value = rest * 256 + static_cast<unsigned char>(byte);
            byte = static_cast<char>(value / 10);
            rest = value % 10;
        }
        digits += static_cast<char>('0' + rest);
    }
    return "2.25." + std::string(digits.rbegin(), digits.rend());
}

std::string longString(const std::string& text)
{
    QString cleaned;
    for (const QChar letter : QString::fromStdString(text).simplified())
        cleaned +=
            letter == u'\\' || letter.category() == QChar::Other_Control ? QChar(u'_') : letter;
    if (cleaned.size() > longStringCharacters) {
        cleaned.truncate(longStringCharacters);
        if (cleaned.back().isHighSurrogate())
            cleaned.chop(1);
    }
    return cleaned.toStdString();
}

} // namespace limn
