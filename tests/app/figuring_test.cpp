// Figures and animations from the window: real files, the fake model, no second run.
#include "tests/app/program_under_test.h"
#include "ui/view/figure_dialog.h"
#include "ui/view/figure_preview.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class FiguringTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_program.reset(); }
    void writesAFigureOfTheStepsThatAreThere();
    void drawsWhatAPersonDrew();
    void writesAnAnimationAndAsksBeforeItIsReplaced();
    void needsARunForAnAnimationAlone();
    void saysWhyAFileCouldNotBeWritten();
    void cancelsAnAnimation();

private:
    FigureDialog* open(const QString& text) const;
    static void write(FigureDialog& dialog, const QString& file);
    QString file(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeOptions m_options;
};

void FiguringTest::initTestCase()
{
    useHome(m_home.path());
    QVERIFY(writeModel(m_home.path(), QStringLiteral("disc"), discCard));
}

void FiguringTest::init()
{
    QSettings().clear();
    QSettings().setValue(QStringLiteral("run/model"), QStringLiteral("disc"));
    m_folder = std::make_unique<QTemporaryDir>();
    QImage image(60, 40, QImage::Format_Grayscale8);
    image.fill(90);
    QVERIFY(image.save(file(QStringLiteral("p.png")), "PNG"));
    m_options = {};
    start(m_folder->path(), m_options);
}

FigureDialog* FiguringTest::open(const QString& text) const
{
    action(text)->trigger();
    auto* const dialog = m_program->window().findChild<FigureDialog*>();
    if (dialog && !QTest::qWaitFor([dialog] { return dialog->isVisible(); }, patience))
        return nullptr;
    return dialog;
}

void FiguringTest::write(FigureDialog& dialog, const QString& file)
{
    dialog.findChild<QLineEdit*>(QStringLiteral("file"))->setText(file);
    for (auto* button : dialog.findChildren<QAbstractButton*>())
        if (button->accessibleName() == QStringLiteral("Write the file"))
            button->click();
}

void FiguringTest::writesAFigureOfTheStepsThatAreThere()
{
    run();
    auto* const dialog = open(QStringLiteral("Figure…"));
    QVERIFY(dialog);
    auto* const preview = dialog->findChild<FigurePreview*>();
    const auto hasPaper = [preview] { // the preview has arrived
        const QImage shown = preview->grab().toImage();
        for (int x = 0; x < shown.width(); ++x)
            if (shown.pixelColor(x, shown.height() / 2) == QColor(255, 255, 255))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasPaper(), patience);
    write(*dialog, file(QStringLiteral("f.svg")));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file(QStringLiteral("f.svg"))), patience);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("The figure was written")), patience);
    QFile svg(file(QStringLiteral("f.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray content = svg.readAll();
    QVERIFY(content.contains("step 3"));
    QCOMPARE(content.count("<image"), 8);
    QCOMPARE(m_options.log->runs.load(), 1);
}

void FiguringTest::drawsWhatAPersonDrew()
{
    run();
    const auto figure = [this](const QString& name) {
        auto* const dialog = open(QStringLiteral("Figure…"));
        dialog->findChild<QComboBox*>(QStringLiteral("format"))->setCurrentIndex(1);
        write(*dialog, file(name));
        return QTest::qWaitFor([&] { return QFile::exists(file(name)) && says(name); },
                               patience);
    };
    QVERIFY(figure(QStringLiteral("before.png")));
    QTRY_VERIFY(!m_program->window().findChild<FigureDialog*>());
    const Rect box{1, 1, 6, 5};
    std::vector<LabelEdit> edits;
    edits.emplace_back(0, box, std::vector<Label>(box.area(), Label{1}));
    m_program->session().apply(QStringLiteral("Brush"), std::move(edits));
    QVERIFY(figure(QStringLiteral("after.png")));
    const QImage before(file(QStringLiteral("before.png"))),
        after(file(QStringLiteral("after.png")));
    QCOMPARE(before.size(), after.size());
    QVERIFY(before != after);
    QCOMPARE(after.dotsPerMeterX(), 11811); // 300 dpi
}

void FiguringTest::writesAnAnimationAndAsksBeforeItIsReplaced()
{
    run();
    const QString name = file(QStringLiteral("a.gif"));
    write(*open(QStringLiteral("Animation…")), name);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("The animation was written")), patience);
    QImageReader reader(name);
    QCOMPARE(reader.imageCount(), 4); // three steps and the mask
    QTRY_VERIFY(!m_program->window().findChild<FigureDialog*>());

    QFile::remove(name);
    QFile mine(name);
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    write(*open(QStringLiteral("Animation…")), name);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("exists already")), patience);
    QCOMPARE(QFileInfo(name).size(), 4);
    for (auto* button : m_program->window().findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text() == QStringLiteral("Replace"))
            button->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(name).size() > 100, patience);
}

void FiguringTest::needsARunForAnAnimationAlone()
{
    QVERIFY(action(QStringLiteral("Figure…"))->isEnabled());
    QVERIFY(!action(QStringLiteral("Animation…"))->isEnabled());
    QVERIFY(
        action(QStringLiteral("Animation…"))->toolTip().contains(QStringLiteral("Run the model")));
}

void FiguringTest::saysWhyAFileCouldNotBeWritten()
{
    run();
    auto* const dialog = open(QStringLiteral("Figure…"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("f.svg"))); // a folder of this name
    write(*dialog, file(QStringLiteral("f.svg")));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("f.svg")), patience);
    QVERIFY(QFileInfo(file(QStringLiteral("f.svg"))).isDir());
}

void FiguringTest::cancelsAnAnimation()
{
    run();
    auto* const dialog = open(QStringLiteral("Animation…"));
    dialog->findChild<QSpinBox*>(QStringLiteral("height"))->setValue(2160);
    write(*dialog, file(QStringLiteral("a.gif")));
    Q_EMIT m_program->window().cancelRequested();
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Cancelled")), patience);
    QVERIFY(!QFile::exists(file(QStringLiteral("a.gif"))));
}

QTEST_MAIN(FiguringTest)
#include "figuring_test.moc"
