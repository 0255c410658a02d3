#include "io/work/image_store.h"
#include "model/files/sha256.h"
#include "tests/gui/desktop.h"

#include <QColor>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <set>

using namespace limn;

namespace {

bool isTouched(Label label)
{
    return label != untouched;
}

// The stroke covers a twelfth of what is compared. Where a picture was painted in parts, a few
// pixels of the lines on it differ from the picture painted as a whole.
bool isNearly(const QImage& one, const QImage& other)
{
    if (one.size() != other.size())
        return false;
    int different = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            different += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
    return different * 200 < one.width() * one.height();
}

} // namespace

// The whole way of a person: open a folder, run, step back, draw, undo, export, accept; and what
// comes back after the program was killed. The work file, the exported file and the pixels of the
// screen are the judges.
class LoopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsTheModelAndStepsBack();
    void strokesTakeEveryPlaceOfTheMouse();
    void undoesAndRedoesByKeys();
    void exportsWhatTheWorkFileKeeps();
    void acceptsAndGoesOn();
    void hasTheStrokeBackAfterBeingKilled();
    void closesDuringARunWithinTwoSeconds();
    void cleanupTestCase();

private:
    static constexpr int patience = 30000; // ms; a loaded machine is slow

    void startProgram();
    void setSetting(const QString& name, const QVariant& value);
    std::optional<StudyState> kept(const std::string& name) const;
    std::vector<Label> drawn(const std::string& name) const; // empty while nothing is kept
    // Waits until it is another than before; empty when it stays.
    std::vector<Label> drawnAfter(const std::string& name, const std::vector<Label>& before) const;
    int baseStep(const std::string& name) const;
    bool runUntilAStepIsKept(const std::string& name, int step);
    QRect picture() const; // the middle of the canvas, on the screen
    QImage shown() const; // there
    QPoint whereDrawn(const std::vector<Label>& before, const std::vector<Label>& after) const;

    Desktop m_desktop;
    QTemporaryDir m_folder;
    QProcess m_program;
    QString m_window;
    QString m_images;
    std::vector<Label> m_beforeStroke;
    std::vector<Label> m_afterStroke;
    const std::string m_first = "normal2-0669-0001.png";
    const std::string m_second = "person1231-virus_2088.png";
    const Size m_size{499, 512}; // of the first
};

void LoopTest::initTestCase()
{
    if (const QStringList missing = Desktop::missingPrograms(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("not installed: ") + missing.join(QStringLiteral(", "))));
    const QDir bin = QFileInfo(QStringLiteral(LIMN_PROGRAM)).dir();
    if (!bin.exists(QStringLiteral("limn_diffusion.so")))
        QSKIP("built without the diffusion module");
    if (!bin.exists(QStringLiteral("../share/limn/models/lungs.safetensors")))
        QSKIP("resources/models has no lungs model");
    QVERIFY(m_folder.isValid());
    m_images = m_folder.filePath(QStringLiteral("images"));
    for (const QString& folder :
         {QStringLiteral("images"), QStringLiteral("config/limn"), QStringLiteral("data")})
        QVERIFY(QDir(m_folder.path()).mkpath(folder));
    const QDir samples(qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/resources/samples"));
    for (const auto& name : {m_first, m_second}) {
        const QString file = QString::fromStdString(name);
        QVERIFY(QFile::copy(samples.filePath(file), m_images + u'/' + file));
    }
    setSetting(QStringLiteral("run/model"), QStringLiteral("lungs"));
    setSetting(QStringLiteral("run/device"), QStringLiteral("cpu"));
    setSetting(QStringLiteral("work/visitFirst"), false);
    setSetting(QStringLiteral("ui/language"), QStringLiteral("en"));
    QVERIFY(m_desktop.start());
    startProgram();
    QVERIFY(!QTest::currentTestFailed());
}

void LoopTest::cleanupTestCase()
{
    if (m_program.state() == QProcess::NotRunning)
        return;
    m_program.kill();
    m_program.waitForFinished();
}

void LoopTest::setSetting(const QString& name, const QVariant& value)
{
    QSettings settings(m_folder.filePath(QStringLiteral("config/limn/limn.conf")),
                       QSettings::IniFormat);
    settings.setValue(name, value);
}

void LoopTest::startProgram()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_desktop.display());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                       m_folder.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(QStringLiteral(LIMN_PROGRAM), {m_images});
    QVERIFY(m_program.waitForStarted());
    // The title names the image once the folder is open.
    QTRY_VERIFY_WITH_TIMEOUT(!(m_window = m_desktop.window(m_program.processId(),
                                                           QStringLiteral("^(normal2|person1231)")))
                                  .isEmpty(),
                             patience);
    m_desktop.activate(m_window);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.isActive(m_window), patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            std::set<QRgb> greys;
            const QImage image = shown();
            for (int y = 0; y < image.height(); y += 7)
                for (int x = 0; x < image.width(); x += 7)
                    greys.insert(image.pixel(x, y));
            return greys.size() > 50; // the empty canvas has one colour, and words on it a few
        }(),
        patience);
}

std::optional<StudyState> LoopTest::kept(const std::string& name) const
{
    const auto database =
        Database::open((m_images + QStringLiteral("/annotations.limn")).toStdString(),
                       Access::ReadOnly, Logging::WriteAhead);
    const auto path = std::filesystem::path(m_images.toStdString()) / name;
    const auto hash = sha256OfFile(path);
    const QImage image(QString::fromStdString(path.string()));
    // One transaction, as several rows make a state and the program writes meanwhile.
    if (!database || !hash || image.isNull() || !(*database)->run(QStringLiteral("BEGIN")))
        return std::nullopt;
    auto state = ImageStore(**database).read({name, *hash, {image.width(), image.height()}, 1});
    return state ? std::move(state->state) : std::nullopt;
}

std::vector<Label> LoopTest::drawn(const std::string& name) const
{
    const auto state = kept(name);
    return state ? state->human.values : std::vector<Label>();
}

std::vector<Label> LoopTest::drawnAfter(const std::string& name,
                                        const std::vector<Label>& before) const
{
    std::vector<Label> now;
    return QTest::qWaitFor(
               [&] {
                   now = drawn(name);
                   return now != before && std::ranges::any_of(now, isTouched);
               },
               patience)
        ? now
        : std::vector<Label>();
}

int LoopTest::baseStep(const std::string& name) const
{
    const auto state = kept(name);
    return state ? state->baseStep : 0;
}

// R does nothing until the picture is read and the model's engine is there, so a person presses it
// again.
bool LoopTest::runUntilAStepIsKept(const std::string& name, int step)
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        m_desktop.press(QStringLiteral("r"));
        if (QTest::qWaitFor([&] { return baseStep(name) >= step; }, attempt < 5 ? 3000 : patience))
            return true;
    }
    return false;
}

QRect LoopTest::picture() const
{
    QRect middle(0, 0, 240, 240);
    middle.moveCenter(m_desktop.placeOf(m_window).center() - QPoint(16, 50));
    return middle;
}

QImage LoopTest::shown() const
{
    return m_desktop.screen().copy(picture());
}

// The middle of what was drawn on the first image in between, in its pixels.
QPoint LoopTest::whereDrawn(const std::vector<Label>& before, const std::vector<Label>& after) const
{
    QRect box;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const int at = static_cast<int>(i);
        if (isTouched(after[i]) && (before.empty() || !isTouched(before[i])))
            box |= QRect(at % m_size.width, at / m_size.width, 1, 1);
    }
    return box.center();
}

void LoopTest::runsTheModelAndStepsBack()
{
    QVERIFY(runUntilAStepIsKept(m_first, 3));
    QTRY_COMPARE_WITH_TIMEOUT(baseStep(m_first), 3, patience);
    m_desktop.press(QStringLiteral("comma"));
    QTRY_COMPARE_WITH_TIMEOUT(baseStep(m_first), 2, patience);
}

void LoopTest::strokesTakeEveryPlaceOfTheMouse()
{
    m_desktop.press(QStringLiteral("b"));
    // Two dabs tell which pixel of the picture lies where on the screen.
    const QPoint one = picture().topLeft() - QPoint(0, 40);
    const QPoint two = picture().bottomRight() + QPoint(0, 40);
    m_desktop.drag({one});
    const auto first = drawnAfter(m_first, {});
    QVERIFY(!first.empty());
    m_desktop.drag({two});
    m_beforeStroke = drawnAfter(m_first, first);
    QVERIFY(!m_beforeStroke.empty());
    const QPointF from = whereDrawn({}, first);
    const QPointF scale((whereDrawn(first, m_beforeStroke).x() - from.x()) / (two.x() - one.x()),
                        (whereDrawn(first, m_beforeStroke).y() - from.y()) / (two.y() - one.y()));
    QVERIFY(scale.x() > 0.1 && std::abs(scale.x() - scale.y()) < 0.05);

    QList<QPoint> places;
    for (int i = 0; i <= 24; ++i)
        places << picture().topLeft() + QPoint(10 * i, i % 2 == 0 ? 40 : 200);
    m_desktop.drag(places);
    // A large stroke reaches the work file in several parts, so the rest may come a moment later.
    const auto isMissing = [&](QPoint place) {
        const QPointF pixel =
            from + QPointF((place - one).x() * scale.x(), (place - one).y() * scale.y());
        const auto index =
            static_cast<std::size_t>(qRound(pixel.y()) * m_size.width + qRound(pixel.x()));
        return index >= m_afterStroke.size() || !isTouched(m_afterStroke[index]);
    };
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_afterStroke = drawn(m_first), std::ranges::none_of(places, isMissing)), patience);
}

void LoopTest::undoesAndRedoesByKeys()
{
    QVERIFY(!m_afterStroke.empty());
    m_desktop.press(QStringLiteral("ctrl+z"));
    QTRY_COMPARE_WITH_TIMEOUT(drawn(m_first), m_beforeStroke, patience);
    m_desktop.press(QStringLiteral("ctrl+y"));
    QTRY_COMPARE_WITH_TIMEOUT(drawn(m_first), m_afterStroke, patience);
}

void LoopTest::exportsWhatTheWorkFileKeeps()
{
    m_desktop.press(QStringLiteral("ctrl+e"));
    QString dialog;
    QTRY_VERIFY_WITH_TIMEOUT(
        !(dialog = m_desktop.window(m_program.processId(), QStringLiteral("^Export"))).isEmpty(),
        patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.isActive(dialog), patience);
    m_desktop.press(QStringLiteral("Return"));
    const QString file = m_images + QStringLiteral("/masks/normal2-0669-0001_mask.png");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.isActive(m_window), patience);

    const QImage mask(file);
    QCOMPARE(mask.format(), QImage::Format_Indexed8);
    QCOMPARE(mask.size(), QSize(m_size.width, m_size.height));
    const auto database =
        Database::open((m_images + QStringLiteral("/annotations.limn")).toStdString(),
                       Access::ReadOnly, Logging::WriteAhead);
    QVERIFY(database);
    const auto labels = ImageStore(**database).composedLabels(m_first);
    QVERIFY(labels);
    std::size_t different = 0, fromModel = 0;
    for (int y = 0; y < m_size.height; ++y)
        for (int x = 0; x < m_size.width; ++x) {
            const auto exported = static_cast<Label>(mask.pixelIndex(x, y));
            const Label human = m_afterStroke.at(static_cast<std::size_t>(y * m_size.width + x));
            different +=
                exported != labels->at(0, x, y) || (isTouched(human) && exported != human) ? 1 : 0;
            fromModel += !isTouched(human) && exported != 0 ? 1 : 0;
        }
    QCOMPARE(different, std::size_t{0});
    QVERIFY(fromModel > 10000); // two lungs
}

void LoopTest::acceptsAndGoesOn()
{
    const auto statusOf = [this](const std::string& name) {
        const auto state = kept(name);
        return state ? state->status : ImageStatus::Todo;
    };
    QCOMPARE(statusOf(m_first), ImageStatus::Edited);
    const QImage before = shown();
    m_desktop.press(QStringLiteral("Return"));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(m_first), ImageStatus::Accepted, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_desktop.window(m_program.processId(), QStringLiteral("^person1231")).isEmpty(),
        patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown() != before, patience);
}

void LoopTest::hasTheStrokeBackAfterBeingKilled()
{
    // Closed and started anew, so that no message of the export moves the picture.
    m_desktop.press(QStringLiteral("ctrl+q"));
    QVERIFY(m_program.waitForFinished(patience));
    startProgram();
    QVERIFY(!QTest::currentTestFailed());
    m_desktop.press(QStringLiteral("b"));
    const QPoint middle = picture().center();
    m_desktop.drag({middle - QPoint(80, 0), middle + QPoint(80, 0)});
    const auto stroke = drawnAfter(m_second, {});
    QVERIFY(!stroke.empty());
    QCOMPARE(drawn(m_first), m_afterStroke);
    m_desktop.moveTo({0, 0}); // else the brush's outline is on the picture
    QImage withStroke;
    int same = 0; // in a row: lists that follow a stroke are made a moment later
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            if (same == 5)
                return true; // asked once more at the end
            const QImage last = std::exchange(withStroke, shown());
            same = last == withStroke ? same + 1 : 0;
            return same == 5;
        }(),
        patience);

    kill(static_cast<pid_t>(m_program.processId()), SIGKILL);
    QVERIFY(m_program.waitForFinished());
    QCOMPARE(drawn(m_second), stroke);
    setSetting(QStringLiteral("run/models/lungs/kernel"), QStringLiteral("ancestral"));
    setSetting(QStringLiteral("run/models/lungs/steps"), 20);
    setSetting(QStringLiteral("run/models/lungs/chains"), 16); // so that it takes a while
    startProgram();
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(!m_desktop.window(m_program.processId(), QStringLiteral("^person1231")).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(isNearly(shown(), withStroke), patience);
    QCOMPARE(drawn(m_second), stroke);
}

void LoopTest::closesDuringARunWithinTwoSeconds()
{
    const auto stroke = drawn(m_second);
    QVERIFY(runUntilAStepIsKept(m_second, 1));
    QElapsedTimer clock;
    clock.start();
    m_desktop.press(QStringLiteral("ctrl+q"));
    QVERIFY(m_program.waitForFinished(patience));
    const qint64 spent = clock.elapsed();
    QVERIFY2(spent < 2000, qPrintable(QString::number(spent) + QStringLiteral(" ms")));
    QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program.exitCode(), 0);
    QVERIFY(baseStep(m_second) < 20); // it was still running
    QCOMPARE(drawn(m_second), stroke);
}

QTEST_GUILESS_MAIN(LoopTest)
#include "loop_test.moc"
