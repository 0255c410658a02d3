#include "io/import/dicom_clean_values.h"

#include "io/import/dicom_put.h"
#include "io/import/dicom_words.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <QDate>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

namespace limn {

namespace {

constexpr const char* standardRoot = "1.2.840.10008.";
constexpr const char* removedWord = "REMOVED";

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::string allOf(DcmElement& element)
{
    OFString text;
    element.getOFStringArray(text);
    return text.c_str();
}

QStringList valuesOf(DcmElement& element)
{
    QStringList values = QString::fromLatin1(allOf(element).c_str()).split(u'\\');
    for (QString& value : values)
        value = value.trimmed();
    return values;
}

bool put(DcmElement& element, const QStringList& values)
{
    return element.putString(values.join(u'\\').toLatin1().constData()).good();
}

// "20200131" or an older "2020.01.31"; an invalid one is emptied, for it may say anything.
QString shiftedDate(const QString& text, int days)
{
    const QString digits = QString(text).remove(u'.');
    const QDate date = QDate::fromString(digits, QStringLiteral("yyyyMMdd"));
    return date.isValid() && digits.size() == 8 ? date.addDays(days).toString(QStringLiteral("yyyyMMdd"))
                                                : QString();
}

bool isTime(const QString& text)
{
    return std::ranges::all_of(text, [](QChar letter) {
        return letter.isDigit() || letter == u'.' || letter == u':';
    });
}

// YYYYMMDDHHMMSS.FFFFFF&ZZXX, where only whole days can be shifted.
QString shiftedDateTime(const QString& text, int days)
{
    const QString date = shiftedDate(text.left(8), days);
    QString rest = text.mid(8);
    if (const auto zone = rest.indexOf(QRegularExpression(QStringLiteral("[+-]"))); zone >= 0)
        rest.truncate(zone);
    return !date.isEmpty() && isTime(rest) ? date + rest : QString();
}

bool cleanDate(DcmElement& element, const CopyOrder& order)
{
    const DcmEVR vr = element.ident();
    if (order.dates == CopiedDates::Emptied) {
        const DcmTagKey tag = element.getTag();
        // Date and time of the content must not be empty in images of several frames (PS3.3).
        const bool isNeeded = vr == EVR_DT || tag == DCM_ContentDate || tag == DCM_ContentTime;
        const char* const dummy = vr == EVR_TM ? "000000" : vr == EVR_DT ? "19000101000000" : "19000101";
        return element.putString(isNeeded ? dummy : "").good();
    }
    QStringList values = valuesOf(element);
    for (QString& value : values) {
        if (vr == EVR_DA)
            value = shiftedDate(value, order.shiftDays);
        else if (vr == EVR_DT)
            value = shiftedDateTime(value, order.shiftDays);
        else if (!isTime(value))
            value.clear();
    }
    return put(element, values);
}

bool cleanUid(DcmElement& element, const CopyOrder& order)
{
    QStringList values = valuesOf(element);
    for (QString& value : values) {
        const std::string uid = value.remove(QChar(u'\0')).toStdString();
        const bool isStandard = uid.starts_with(standardRoot) && uid.size() <= 64
            && std::ranges::all_of(uid, [](char letter) { return isDigit(letter) || letter == '.'; });
        if (!uid.empty() && !isStandard)
            value = QString::fromStdString(mappedUid(order.secret, uid));
    }
    return put(element, values);
}

bool cleanCodeString(DcmElement& element)
{
    QStringList values = valuesOf(element);
    const DcmTagKey tag = element.getTag();
    const bool isType = tag == DCM_ImageType || tag == DCM_FrameType;
    for (QString& value : values) {
        if (isDefinedTerm(value.toStdString()))
            continue;
        if (tag == DCM_Modality)
            value = QStringLiteral("OT");
        else if (isType)
            value = QStringLiteral("OTHER");
        else if (tag == DCM_ContentLabel) // which must not be empty
            value = QLatin1String(removedWord);
        else
            return element.putString("").good();
    }
    return put(element, values);
}

bool cleanNumbers(DcmElement& element)
{
    return std::ranges::all_of(allOf(element), [](char letter) {
        return isDigit(letter) || std::string_view("+-.eE \\").find(letter) != std::string_view::npos;
    });
}

// Texts with terms that the standard defines, and numbers written as text.
bool mayStay(const DcmTagKey& tag, const std::string& text)
{
    if (tag == DCM_RescaleType || tag == DCM_ModalityLUTType)
        return isDefinedTerm(text);
    if (tag == DCM_StackID)
        return text.size() <= 6 && std::ranges::all_of(text, isDigit);
    return false;
}

bool cleanText(DcmElement& element)
{
    const DcmTagKey tag = element.getTag();
    const std::string text = valuesOf(element).join(u'\\').toStdString();
    if (text.empty())
        return element.putString("").good(); // blanks may be other than blanks
    if (tag == DCM_Manufacturer)
        return element.putString(knownMaker(text).value_or(removedWord).c_str()).good();
    if (tag == DCM_SpecificCharacterSet)
        return false;
    return mayStay(tag, text) || element.putString(removedWord).good();
}

} // namespace

std::string textOf(DcmItem& item, const DcmTagKey& tag)
{
    OFString value;
    item.findAndGetOFStringArray(tag, value);
    std::string text = value.c_str();
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0'))
        text.pop_back();
    return text;
}

bool isPlainCode(const std::string& value)
{
    const auto isAllowed = [](char letter) {
        return isDigit(letter) || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')
            || letter == '-' || letter == '.' || letter == '_' || letter == '/' || letter == '%'
            || letter == '[' || letter == ']';
    };
    return !value.empty() && value.size() <= 16 && std::ranges::all_of(value, isAllowed)
        && (value.size() <= 4 || std::ranges::any_of(value, isDigit));
}

std::string mappedUid(const std::string& secret, const std::string& uid)
{
    QByteArray bytes =
        QMessageAuthenticationCode::hash(QByteArray::fromStdString(uid),
                                         QByteArray::fromStdString(secret), QCryptographicHash::Sha256)
            .left(16);
    // A UUID of version 8, the one for numbers of one's own making (RFC 9562).
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x80);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return uidOf(bytes);
}

bool cleanValue(DcmElement& element, const CopyOrder& order)
{
    switch (element.ident()) {
    case EVR_DA:
    case EVR_TM:
    case EVR_DT: return cleanDate(element, order);
    case EVR_UI: return cleanUid(element, order);
    case EVR_CS: return element.getTag() != DCM_SpecificCharacterSet && cleanCodeString(element);
    case EVR_DS:
    case EVR_IS: return cleanNumbers(element);
    case EVR_AE:
    case EVR_LO:
    case EVR_LT:
    case EVR_PN:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UR:
    case EVR_UT: return cleanText(element);
    case EVR_AT:
    case EVR_FD:
    case EVR_FL:
    case EVR_SL:
    case EVR_SS:
    case EVR_UL:
    case EVR_US:
    case EVR_SV:
    case EVR_UV:
    case EVR_xs: return true;
    default: return false; // ages, bytes and whatever else could hold anything
    }
}

} // namespace limn
