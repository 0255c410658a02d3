#include "io/film/mp4.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>

namespace limn {
namespace {

constexpr int framesASecond = 25;
constexpr int patienceMs = 50; // between two looks at the stop token

std::unexpected<Error> failed(QProcess& process)
{
    const QString words = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return fail(ErrorCode::WriteFailed, "ffmpeg", words.right(600).toStdString());
}

// Index MP4 needs to be moved to the front at the end, so ffmpeg wants a file and no pipe.
QStringList argumentsFor(QSize size, const QString& file)
{
    return {
        QStringLiteral("-v"),        QStringLiteral("error"),
        QStringLiteral("-f"),        QStringLiteral("rawvideo"),
        QStringLiteral("-pix_fmt"),  QStringLiteral("rgb24"),
        QStringLiteral("-s"),        QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
        QStringLiteral("-r"),        QString::number(framesASecond),
        QStringLiteral("-i"),        QStringLiteral("-"),
        QStringLiteral("-c:v"),      QStringLiteral("libx264"),
        QStringLiteral("-pix_fmt"),  QStringLiteral("yuv420p"),
        QStringLiteral("-crf"),      QStringLiteral("16"),
        QStringLiteral("-movflags"), QStringLiteral("+faststart"),
        QStringLiteral("-metadata"), QStringLiteral("comment=Limn"),
        QStringLiteral("-y"),        file};
}

QByteArray bytesOf(const QImage& frame)
{
    const QImage picture = frame.convertToFormat(QImage::Format_RGB888);
    QByteArray bytes;
    bytes.reserve(qsizetype{3} * picture.width() * picture.height());
    for (int y = 0; y < picture.height(); ++y) // lines of an image are padded
        bytes.append(reinterpret_cast<const char*>(picture.constScanLine(y)), 3 * picture.width());
    return bytes;
}

// False when it was stopped, or ffmpeg ended.
bool pour(QProcess& process, const QByteArray& bytes, const std::stop_token& stop)
{
    process.write(bytes);
    while (process.bytesToWrite() > 0) {
        if (stop.stop_requested() || process.state() != QProcess::Running)
            return false;
        process.waitForBytesWritten(patienceMs);
    }
    return true;
}

Result<void> encode(QProcess& process, const Film& film, const std::stop_token& stop)
{
    const auto cancelled = [&process] {
        process.kill();
        process.waitForFinished();
        return fail(ErrorCode::Cancelled, "MP4");
    };
    for (std::size_t i = 0; i < film.frames.size(); ++i) {
        const QByteArray bytes = bytesOf(film.frames[i]);
        const int times = std::max(1, (film.durationsMs[i] * framesASecond + 500) / 1000);
        for (int k = 0; k < times; ++k)
            if (!pour(process, bytes, stop)) {
                if (stop.stop_requested())
                    return cancelled();
                process.waitForFinished();
                return failed(process);
            }
    }
    process.closeWriteChannel();
    while (!process.waitForFinished(patienceMs) && process.state() != QProcess::NotRunning)
        if (stop.stop_requested())
            return cancelled();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failed(process);
    return {};
}

} // namespace

QString ffmpegProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

Result<std::vector<std::byte>> encodedMp4(const Film& film, std::stop_token stop,
                                          const QString& program)
{
    const QSize size = film.frames.empty() ? QSize() : film.frames.front().size();
    if (!isWhole(film) || size.width() % 2 != 0 || size.height() % 2 != 0)
        return fail(ErrorCode::BadArgument, "MP4", "no frames, or of different or odd sizes");
    if (program.isEmpty())
        return fail(ErrorCode::ToolMissing, "ffmpeg", "MP4 needs it");
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorCode::WriteFailed, "MP4", folder.errorString().toStdString());
    const QString name = folder.filePath(QStringLiteral("film.mp4"));
    QProcess process;
    process.start(program, argumentsFor(film.frames.front().size(), name));
    if (!process.waitForStarted())
        return fail(ErrorCode::ToolMissing, "ffmpeg", process.errorString().toStdString());
    if (const auto done = encode(process, film, stop); !done)
        return std::unexpected(done.error());
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::WriteFailed, "MP4", file.errorString().toStdString());
    const QByteArray read = file.readAll();
    std::vector<std::byte> bytes(static_cast<std::size_t>(read.size()));
    std::memcpy(bytes.data(), read.constData(), bytes.size());
    return bytes;
}

} // namespace limn
