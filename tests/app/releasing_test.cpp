// Data sets and tags from the window: real files, the real import child, the real work file.
#include "tests/app/program_under_test.h"
#include "tests/app/releases.h"
#include "tests/support/planted_words.h"
#include "ui/view/release_dialog.h"
#include "ui/view/tag_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QtTest>

using namespace limn;
using namespace limn::test;

class ReleasingTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void makesADataSetOfWhatIsShownToo();
    void stopsAndGoesOn();
    void anotherFolderStopsIt();
    void showsTheTagsOfTheShownImage();

private:
    void ask(const QString& folder, int images = 0);
    QString out(const QString& name) const { return m_out->filePath(name); }

    std::unique_ptr<ReleasedWork> m_work;
    std::unique_ptr<QTemporaryDir> m_out;
};

void ReleasingTest::initTestCase()
{
    useHome(m_home.path());
}

void ReleasingTest::init()
{
    QSettings().clear();
    m_work = std::make_unique<ReleasedWork>();
    m_out = std::make_unique<QTemporaryDir>();
    for (int i = 0; i < 6; ++i) {
        PlantedDicom made;
        made.number = i + 1;
        made.patient = QByteArray::number(i / 2);
        m_work->put(QStringLiteral("image %1.dcm").arg(i), made.bytes());
        m_work->work(QStringLiteral("image %1.dcm").arg(i));
    }
    start(QString::fromStdString(m_work->folder().string()));
}

void ReleasingTest::cleanup()
{
    m_program.reset();
}

// `images`: 0 the accepted ones, 1 edited ones too.
void ReleasingTest::ask(const QString& folder, int images)
{
    action("Make a data set…")->trigger();
    auto* const dialog = m_program->window().findChild<ReleaseDialog*>();
    QVERIFY(dialog);
    for (auto* const choice : dialog->findChildren<QComboBox*>())
        if (choice->accessibleName() == "Images of the data set")
            choice->setCurrentIndex(images);
    for (auto* const field : dialog->findChildren<QLineEdit*>())
        if (field->accessibleName() == "Folder of the data set")
            field->setText(folder);
    for (auto* const button : dialog->findChildren<QPushButton*>())
        if (button->accessibleName() == "Make the data set now")
            QTest::mouseClick(button, Qt::LeftButton);
}

void ReleasingTest::makesADataSetOfWhatIsShownToo()
{
    QTRY_VERIFY_WITH_TIMEOUT(action("Make a data set…")->isEnabled(), patience);
    m_program->session().setThreshold(0.375); // not on disk yet, and no longer accepted
    ask(out("set"), 1);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out("set") + "/manifest.json"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(says("Data set of 6 image(s)"), patience);
    QCOMPARE(leaksIn(out("set"), plantedWords), QStringList());
    QVERIFY(QFile::exists(m_work->path("annotations.key.json")));
    // The shown image's mask is that of the threshold just set.
    ReleaseOrder prov;
    prov.work = m_work->folder();
    prov.folder = out("prov").toStdString();
    prov.formats = {MaskFormat::Prov};
    prov.images = ReleaseImages::EditedAndAccepted;
    ImportClient client(importerBeside());
    const auto release = Release::open(prov, client);
    QVERIFY(release);
    while ((*release)->phase() != ReleasePhase::Done)
        QVERIFY((*release)->step({}));
    int changed = 0;
    for (const auto& [name, bytes] : contentsOf(out("prov")))
        changed += name.endsWith(".prov.json") && bytes.contains("0.375") ? 1 : 0;
    QCOMPARE(changed, 1);
}

void ReleasingTest::stopsAndGoesOn()
{
    ask(out("set"));
    Q_EMIT m_program->window().cancelRequested();
    QTRY_VERIFY_WITH_TIMEOUT(says("goes on where it stopped"), patience);
    QVERIFY(!QFile::exists(out("set") + "/manifest.json"));
    ask(out("set"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out("set") + "/manifest.json"), patience);
}

void ReleasingTest::anotherFolderStopsIt()
{
    ReleasedWork other;
    other.putPicture("other.png", 40);
    ask(out("set"));
    Q_EMIT m_program->window().openRequested(QString::fromStdString(other.folder().string()));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workList().items().size() == 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->session().isOpen(), patience);
    // It may have been done before the folder came.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out("set") + "/manifest.json")
                                 || says("goes on where it stopped"),
                             patience);
}

void ReleasingTest::showsTheTagsOfTheShownImage()
{
    QTRY_VERIFY_WITH_TIMEOUT(action("DICOM tags…")->isEnabled(), patience);
    action("DICOM tags…")->trigger();
    auto* const dialog = m_program->window().findChild<TagDialog*>();
    QVERIFY(dialog);
    const auto patient = [dialog] {
        for (auto* const label : dialog->findChildren<QLabel*>())
            if (label->accessibleName() == "Patient")
                return label->text();
        return QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(patient().contains("ID ZZCANARY0"), patience);
    m_program->workList().setCurrent(5);
    QTRY_VERIFY_WITH_TIMEOUT(patient().contains("ID ZZCANARY2"), patience);
    // And nowhere else: no title, no setting, no file of the program's own.
    for (auto* const window : QApplication::topLevelWidgets())
        QVERIFY(!window->windowTitle().contains("ZZCANARY"));
    for (const QString& key : QSettings().allKeys())
        QVERIFY2(!QSettings().value(key).toString().contains("ZZCANARY"), qPrintable(key));
    QSettings().sync();
    QCOMPARE(leaksIn(m_home.path(), plantedWords), QStringList());
    QCOMPARE(wordsIn(contentsOf(m_work->path(QString()))["annotations.limn"], plantedWords), QStringList());
}

QTEST_MAIN(ReleasingTest)
#include "releasing_test.moc"
