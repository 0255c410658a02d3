// Words that must not come out of the program, and the search for them in all that it has written.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>
#include <QStringList>

#include <vector>

#include <zlib.h>

namespace limn::test {

// The word as it may stand in a file: UTF-8 and Latin-1, and both orders of UTF-16.
inline QByteArrayList formsOf(const QString& word)
{
    QByteArrayList forms{word.toUtf8(), word.toLatin1()};
    for (const auto order : {QStringConverter::Utf16LE, QStringConverter::Utf16BE})
        forms << QByteArray(QStringEncoder(order)(word));
    return forms;
}

// What a zlib, gzip (`window` 15 + 32) or raw deflate (-15) stream that begins here holds; empty where
// none does.
inline QByteArray inflated(QByteArrayView bytes, int window)
{
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    QByteArray out;
    std::vector<char> piece(1 << 16);
    int state = Z_OK;
    while (state == Z_OK && out.size() < (64 << 20)) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), static_cast<qsizetype>(piece.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    return out.size() > 8 ? out : QByteArray();
}

// The compressed streams in it, wherever they begin: PNG's pixels and texts, gzip, zip, deflated DICOM.
inline QByteArrayList streamsIn(const QByteArray& bytes)
{
    QByteArrayList streams;
    for (qsizetype at = 0; at + 4 < bytes.size(); ++at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        const bool isZlib = first == 0x78 && (first * 256 + second) % 31 == 0;
        const bool isGzip = first == 0x1f && second == 0x8b;
        if (isZlib || isGzip)
            streams << inflated(QByteArrayView(bytes).sliced(at), 15 + 32);
        if (bytes.sliced(at, 4) == QByteArray("PK\3\4", 4) && at + 30 < bytes.size()) {
            const auto number = [&bytes, at](int place) {
                return static_cast<unsigned char>(bytes[at + place])
                    + 256 * static_cast<unsigned char>(bytes[at + place + 1]);
            };
            const qsizetype data = at + 30 + number(26) + number(28);
            if (data < bytes.size())
                streams << inflated(QByteArrayView(bytes).sliced(data), -15);
        }
    }
    streams.removeAll(QByteArray());
    return streams;
}

inline QStringList wordsIn(const QByteArray& bytes, const QStringList& words, int depth = 2)
{
    QStringList found;
    for (const QString& word : words)
        for (const QByteArray& form : formsOf(word))
            if (bytes.contains(form) || bytes.toLower().contains(form.toLower()))
                found << word;
    if (depth > 0)
        for (const QByteArray& stream : streamsIn(bytes))
            found << wordsIn(stream, words, depth - 1);
    found.removeDuplicates();
    return found;
}

// "FILE: WORD" for each word in a file's content or name below the folder, but for the files named.
inline QStringList leaksIn(const QString& folder, const QStringList& words,
                           const QStringList& allowed = {})
{
    QStringList leaks;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(folder.size());
        if (allowed.contains(path))
            continue;
        for (const QString& word : words)
            if (name.contains(word, Qt::CaseInsensitive))
                leaks << name + QStringLiteral(" (the name): ") + word;
        QFile file(path);
        if (!files.fileInfo().isFile() || !file.open(QIODevice::ReadOnly))
            continue;
        for (const QString& word : wordsIn(file.readAll(), words))
            leaks << name + QStringLiteral(": ") + word;
    }
    return leaks;
}

} // namespace limn::test
