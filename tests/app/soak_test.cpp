// Random actions and strokes on the whole program, as long as LIMN_SOAK_SECONDS says (5 without
// it), with LIMN_SOAK_SEED the same ones again: nothing dies, undo and redo lead back and forth to
// the same layers, memory stays flat, and what was saved is there in the next start. For the
// address sanitizer:
//   cmake --preset asan && ninja -C build/asan soak_test limn-import
//   ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=8:malloc_context_size=2
//     QTEST_FUNCTION_TIMEOUT=900000 LIMN_SOAK_SECONDS=300 build/asan/tests/soak_test
#include "tests/app/program_under_test.h"
#include "ui/view/canvas_area.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <random>
#include <set>

using namespace limn;

namespace {

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20);
}

// These wait for a person, or end the program.
bool isLeftOut(const QAction& action)
{
    static const std::set<QString> ids{QStringLiteral("quit")};
    return action.text().endsWith(QChar(0x2026)) || ids.contains(action.objectName());
}

} // namespace

class SoakTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endures();

private:
    void start() { ProgramUnderTest::start(m_folder.path(), m_options); }
    void act(std::mt19937& random);
    void stroke(std::mt19937& random);
    void checkUndo();

    int m_undone = 0;
    QTemporaryDir m_folder;
    FakeOptions m_options;
};

void SoakTest::initTestCase()
{
    useHome(m_home.path());
    QSettings().setValue(QStringLiteral("run/model"), QStringLiteral("disc"));
    QVERIFY(writeModel(m_home.path(), QStringLiteral("disc"), discCard));
    const QString samples = qEnvironmentVariable("LIMN_SOURCE") + "/resources/samples/";
    for (const char* name : {"normal2-0669-0001.png", "person1231-virus_2088.png"})
        QVERIFY(QFile::copy(samples + name, m_folder.filePath(name)));
    for (int number = 0; number < 6; ++number)
        QVERIFY(QImage(samples + "normal2-0669-0001.png")
                    .scaled(120 + 40 * number, 100 + 30 * number)
                    .convertToFormat(QImage::Format_Grayscale8)
                    .save(m_folder.filePath(QStringLiteral("small%1.png").arg(number))));
}

void SoakTest::stroke(std::mt19937& random)
{
    QWidget* const surface = m_program->window().canvas().surface();
    const auto anywhere = [&] {
        return QPoint(static_cast<int>(random() % static_cast<unsigned>(surface->width())),
                      static_cast<int>(random() % static_cast<unsigned>(surface->height())));
    };
    const Qt::KeyboardModifiers modifiers = random() % 4 == 0 ? Qt::ControlModifier
        : random() % 6 == 0                                   ? Qt::ShiftModifier
                                                              : Qt::NoModifier;
    QTest::mousePress(surface, Qt::LeftButton, modifiers, anywhere());
    for (auto i = random() % 5; i > 0; --i)
        QTest::mouseMove(surface, anywhere());
    if (random() % 10 == 0)
        QTest::keyClick(surface, Qt::Key_Escape);
    QTest::mouseRelease(surface, Qt::LeftButton, modifiers, anywhere());
}

void SoakTest::act(std::mt19937& random)
{
    if (random() % 2 == 0) {
        stroke(random);
    } else {
        const auto actions = m_program->window().allActions();
        QAction* const action =
            actions[static_cast<qsizetype>(random() % static_cast<unsigned>(actions.size()))];
        if (!isLeftOut(*action))
            action->trigger();
    }
    for (auto* dialog : m_program->window().findChildren<QDialog*>())
        if (dialog->isVisible())
            dialog->reject();
    QCoreApplication::processEvents();
    // As an event loop does, and processEvents() does not: what is to go goes.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void SoakTest::checkUndo()
{
    Session& session = m_program->session();
    if (!session.isOpen() || m_program->isRunning())
        return;
    QUndoStack& stack = session.undoStack();
    const int index = stack.index(), count = stack.count();
    m_undone += std::min(index, 5);
    const auto human = session.human().values;
    for (int i = 0; i < 5 && stack.canUndo(); ++i)
        stack.undo();
    // A change of something that is gone (a run's step) leaves the stack when it is undone.
    while (stack.index() < index - (count - stack.count()) && stack.canRedo())
        stack.redo();
    QVERIFY(session.human().values == human);
}

void SoakTest::endures()
{
    const int seconds = std::max(5, qEnvironmentVariableIntValue("LIMN_SOAK_SECONDS"));
    const QByteArray given = qgetenv("LIMN_SOAK_SEED");
    const unsigned seed = given.isEmpty() ? std::random_device{}() : given.toUInt();
    std::mt19937 random(seed);
    qInfo("seed %u", seed);
    start();
    QElapsedTimer clock;
    clock.start();
    int actions = 0;
    double early = 0;
    while (clock.elapsed() < seconds * 1000LL) {
        act(random);
        if (++actions % 50 == 0)
            checkUndo();
        if (early == 0 && clock.elapsed() > seconds * 1000LL / 3)
            early = residentMb();
    }
    const double late = residentMb();
    QVERIFY(m_undone > 0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_program->isRunning(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->isFollowing() && m_program->isSaved(), patience);
    const auto path = m_program->session().volume()->source.files.front();
    const auto human = m_program->session().human().values;
    m_program->window().close();
    m_program.reset();

    start();
    const auto& items = m_program->workList().items();
    const auto item = std::ranges::find(items, path, &WorkItem::path);
    m_program->workList().setCurrent(static_cast<int>(item - items.begin()));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->isFollowing()
                                 && m_program->session().volume()->source.files.front() == path,
                             patience);
    QVERIFY(m_program->session().human().values == human);
    m_program.reset();
    qInfo("%d actions in %d s, %d changes undone and redone; %.0f MB after a third, %.0f MB at the "
          "end",
          actions, seconds, m_undone, early, late);
    if (seconds >= 60)
        QVERIFY(late - early < 200); // undo stacks, thumbnails and images ahead fill up
}

QTEST_MAIN(SoakTest)
#include "soak_test.moc"
