// How long it takes from asking for a large picture (a small one is open) to the first paint that
// shows it, and to the picture at its full size, against decoding the file and nothing else. The real
// window, offscreen, with a warm import child; wall time, the least of several, the two taken in turn.
//     QT_QPA_PLATFORM=offscreen OMP_WAIT_POLICY=passive open_picture FILE [TIMES]
#include "app/program.h"
#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"
#include "ui/view/canvas_area.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace limn;

namespace {

struct Opened {
    double firstMs = 0; // picture on the canvas
    double wholeMs = 0; // at its full size, to be worked on
};

double msOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

bool isThere(Program& program, const std::filesystem::path& path)
{
    return program.isFollowing()
        && program.session().volume()->source.files.front().filename() == path.filename();
}

// Notes when the canvas has painted a picture.
class FirstPaint : public QObject {
public:
    FirstPaint(Program& program, const std::filesystem::path& path, const QElapsedTimer& timer)
        : m_program(program)
        , m_path(path)
        , m_canvas(*program.window().canvas().surface())
        , m_timer(timer)
    {
        m_canvas.installEventFilter(this);
    }

    double ms = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool hasPicture = isThere(m_program, m_path) || m_program.window().canvas().hasStandIn();
        if (event->type() == QEvent::Paint && hasPicture && ms == 0)
            QTimer::singleShot(0, this, [this] { // after this paint
                if (ms == 0)
                    ms = msOf(m_timer);
            });
        return QObject::eventFilter(watched, event);
    }

private:
    Program& m_program;
    std::filesystem::path m_path;
    QWidget& m_canvas;
    const QElapsedTimer& m_timer;
};

void passMs(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

double decodeMs(const char* path)
{
    QElapsedTimer timer;
    timer.start();
    QImageReader::setAllocationLimit(1024);
    QImageReader reader(QString::fromLocal8Bit(path));
    reader.setAutoTransform(true);
    if (reader.read().isNull())
        std::exit(1);
    return msOf(timer);
}

Opened openMs(Program& program, const char* path)
{
    QElapsedTimer timer;
    timer.start();
    FirstPaint first(program, path, timer);
    program.openPath(path);
    Opened opened;
    while ((first.ms == 0 || opened.wholeMs == 0) && timer.elapsed() < 60000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (opened.wholeMs == 0 && isThere(program, path))
            opened.wholeMs = msOf(timer);
    }
    opened.firstMs = first.ms;
    return opened;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    const QTemporaryDir home;
    useHome(home.path());
    const auto importer =
        std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
        / "../bin/limn-import";
    const auto program = std::make_unique<Program>(fakeOpener({}), importer);
    program->window().resize(1920, 1080);
    program->start(argv[1]); // warms the child and the file up
    passMs(3000);
    const QString small = home.filePath(QStringLiteral("small/small.png"));
    QDir().mkpath(home.filePath(QStringLiteral("small")));
    QImage(64, 64, QImage::Format_Grayscale8).save(small);
    ImportClient client(importer);
    (void)client.preview(argv[1], {}); // starts the child
    double decode = 1e9, copy = 1e9, first = 1e9, whole = 1e9;
    for (int i = 0; i < (argc > 2 ? std::atoi(argv[2]) : 15); ++i) {
        program->openPath(small.toStdString());
        while (!isThere(*program, small.toStdString()))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        passMs(300); // the thumbnail is made meanwhile
        decode = std::min(decode, decodeMs(argv[1]));
        QElapsedTimer timer;
        timer.start();
        (void)client.preview(argv[1], {});
        copy = std::min(copy, msOf(timer));
        const Opened opened = openMs(*program, argv[1]);
        first = std::min(first, opened.firstMs);
        whole = std::min(whole, opened.wholeMs);
    }
    std::printf("decoding %.0f ms; first picture %.0f ms = %.2f x (its copy by the child %.0f ms); ready to "
                "work on %.0f ms = %.2f x\n",
                decode, first, first / decode, copy, whole, whole / decode);
    return 0;
}
