#include "tests/gui/desktop.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

namespace limn {
namespace {

constexpr int patience = 20000; // ms

QProcessEnvironment environmentOf(const QString& display)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), display);
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    return environment;
}

} // namespace

Desktop::~Desktop()
{
    end(m_manager);
    end(m_screen);
}

void Desktop::end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(3000)) {
        process.kill();
        process.waitForFinished();
    }
}

QStringList Desktop::missingPrograms()
{
    QStringList missing;
    for (const auto* program : {"Xvfb", "openbox", "xdotool"})
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            missing << QLatin1String(program);
    return missing;
}

bool Desktop::start()
{
    // It chooses a free display and writes its number when it takes clients.
    m_screen.setStandardErrorFile(QProcess::nullDevice());
    m_screen.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-noreset"),
                    QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1600x1000x24"),
                    QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-fbdir"),
                    m_folder.path()});
    QElapsedTimer clock;
    clock.start();
    while (!m_screen.canReadLine())
        if (clock.elapsed() > patience || !m_screen.waitForReadyRead(patience))
            return false;
    m_display = u':' + QString::fromLatin1(m_screen.readLine().trimmed());
    m_manager.setProcessEnvironment(environmentOf(m_display));
    m_manager.setStandardErrorFile(QProcess::nullDevice());
    m_manager.start(QStringLiteral("openbox"), {QStringLiteral("--sm-disable")});
    // The number of desktops is told by a window manager alone.
    return QTest::qWaitFor([this] { return does({QStringLiteral("get_num_desktops")}); }, patience);
}

bool Desktop::does(const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environmentOf(m_display));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral("xdotool"), arguments);
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

QString Desktop::ask(const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environmentOf(m_display));
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral("xdotool"), arguments);
    process.waitForFinished(patience);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QString Desktop::window(qint64 process, const QString& titlePattern) const
{
    return ask({QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("--onlyvisible"),
                QStringLiteral("--pid"), QString::number(process), QStringLiteral("--name"),
                titlePattern})
        .section(u'\n', -1);
}

bool Desktop::isActive(const QString& window) const
{
    return !window.isEmpty() && ask({QStringLiteral("getwindowfocus")}) == window
        && ask({QStringLiteral("getactivewindow")}) == window;
}

void Desktop::activate(const QString& window) const
{
    does({QStringLiteral("windowactivate"), window});
}

QRect Desktop::placeOf(const QString& window) const
{
    const QString answer =
        ask({QStringLiteral("getwindowgeometry"), QStringLiteral("--shell"), window});
    const auto number = [&answer](const QString& name) {
        const QRegularExpression line(u'^' + name + QStringLiteral("=(-?\\d+)$"),
                                      QRegularExpression::MultilineOption);
        return line.match(answer).captured(1).toInt();
    };
    return {number(QStringLiteral("X")), number(QStringLiteral("Y")),
            number(QStringLiteral("WIDTH")), number(QStringLiteral("HEIGHT"))};
}

void Desktop::press(const QString& key) const
{
    does({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), key});
}

void Desktop::moveTo(QPoint place) const
{
    does({QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y())});
}

void Desktop::drag(const QList<QPoint>& places) const
{
    QStringList arguments;
    for (qsizetype i = 0; i < places.size(); ++i) {
        arguments << QStringLiteral("mousemove") << QString::number(places[i].x())
                  << QString::number(places[i].y());
        if (i == 0)
            // The window manager holds a press until it has looked at it, and the server keeps only
            // the last motion of that moment: no hand is faster than that.
            arguments << QStringLiteral("mousedown") << QStringLiteral("1")
                      << QStringLiteral("sleep") << QStringLiteral("0.2");
    }
    does(arguments << QStringLiteral("mouseup") << QStringLiteral("1"));
}

// Xvfb keeps its pixels in a file of the format XWD: a header of big-endian numbers, colours, rows
// of BGRx.
QImage Desktop::screen() const
{
    QFile file(m_folder.filePath(QStringLiteral("Xvfb_screen0")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    constexpr int headerSize = 0, width = 4, height = 5, bytesPerLine = 12, colours = 19,
                  numbers = 25, colourSize = 12;
    if (bytes.size() < numbers * 4)
        return {};
    const auto number = [&bytes](int index) {
        return qFromBigEndian<qint32>(bytes.constData() + index * 4);
    };
    const qsizetype start = number(headerSize) + qsizetype{number(colours)} * colourSize;
    if (bytes.size() < start + qsizetype{number(bytesPerLine)} * number(height))
        return {};
    return QImage(reinterpret_cast<const uchar*>(bytes.constData() + start), number(width),
                  number(height), number(bytesPerLine), QImage::Format_RGB32)
        .copy();
}

} // namespace limn
