// Masks in, in the window: of the shown picture, of others, and of none.
#include "tests/app/odd_pictures.h"
#include "tests/app/program_under_test.h"
#include "ui/view/message_bar.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

class ImportingTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bringsAMaskToTheShownPictureInOneUndoStep();
    void bringsEveryFormat_data();
    void bringsEveryFormat();
    void bringsMasksToPicturesThatAreNotShown();
    void asksBeforeWorkIsReplaced();
    void saysWhatDoesNotFit();
    void takesWhatIsDroppedByItsName();

private:
    void import(const QStringList& files) { Q_EMIT m_program->window().importRequested(files); }
    bool shows(const MaskExport& masks);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_images, m_masks;
};

void ImportingTest::initTestCase()
{
    useHome(m_home.path());
}

void ImportingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_images = m_folder->filePath(QStringLiteral("images"));
    m_masks = m_folder->filePath(QStringLiteral("masks"));
    for (const QString& path : {m_images, m_masks})
        QVERIFY(QDir().mkpath(path));
    for (int number = 1; number <= 3; ++number)
        QVERIFY(writePicture(m_images, number));
    start(m_images);
    QVERIFY(isOpen(0));
}

void ImportingTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

// By name, whatever the labels' numbers.
bool ImportingTest::shows(const MaskExport& masks)
{
    const LabelMap& labels = session().labels();
    if (labels.size != masks.labels.size)
        return false;
    for (std::size_t i = 0; i < labels.values.size(); ++i) {
        const LabelRow* const wanted = masks.table.find(masks.labels.values[i]);
        const LabelRow* const shown = session().labelTable().find(labels.values[i]);
        if ((wanted == nullptr) != (shown == nullptr) || (wanted && wanted->name != shown->name))
            return false;
    }
    return true;
}

void ImportingTest::bringsAMaskToTheShownPictureInOneUndoStep()
{
    const MaskExport masks = maskOfPicture(m_images, 1);
    const LabelTable before = session().labelTable();
    import({written(masks, MaskFormat::Mask, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("1 mask")), patience);
    QVERIFY(shows(masks));
    QVERIFY(session().labelTable() == masks.table); // nobody had named or painted a label before
    QCOMPARE(session().status(), ImageStatus::Edited);
    // In a slice with labels the background is the person's decision, too.
    QVERIFY(std::ranges::find(session().human().values, untouched)
            == session().human().values.end());
    session().undoStack().undo();
    QVERIFY(session().labelTable() == before);
    QVERIFY(std::ranges::all_of(session().human().values,
                                [](Label label) { return label == untouched; }));
    QVERIFY(!session().undoStack().canUndo());
    session().undoStack().redo();
    QVERIFY(shows(masks));
    open(1); // it is kept like a stroke
    open(0);
    QVERIFY(shows(masks));
}

void ImportingTest::bringsEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    for (const char* const format : {"mask", "nifti", "nrrd", "coco"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void ImportingTest::bringsEveryFormat()
{
    QFETCH(const QString, format);
    const MaskExport masks = maskOfPicture(m_images, 1, 8);
    import({written(masks, *maskFormatNamed(format.toStdString()), m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("1 mask")), patience);
    QVERIFY(shows(masks));
}

void ImportingTest::bringsMasksToPicturesThatAreNotShown()
{
    QStringList files;
    for (int number = 1; number <= 3; ++number)
        files << written(maskOfPicture(m_images, number, number + 2), MaskFormat::Mask, m_masks);
    import(files);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("3 mask")), patience);
    QCOMPARE(m_program->workList().items()[2].status, ImageStatus::Edited);
    for (int index : {1, 2, 0}) {
        open(index);
        QVERIFY(shows(maskOfPicture(m_images, index + 1, index + 3)));
        QCOMPARE(session().status(), ImageStatus::Edited);
    }
}

void ImportingTest::asksBeforeWorkIsReplaced()
{
    std::vector<LabelEdit> stroke;
    stroke.emplace_back(0, Rect{2, 2, 3, 3}, std::vector<Label>(9, 1));
    session().apply(QStringLiteral("Brush"), std::move(stroke));
    open(1);
    const MaskExport masks = maskOfPicture(m_images, 1);
    import({written(masks, MaskFormat::Mask, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("somebody has worked")), patience);
    open(0);
    QCOMPARE(std::ranges::count(session().human().values, Label{1}), 9);
    open(1);
    QPushButton* replace = nullptr;
    for (auto* button : m_program->window().findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Replace that work"))
            replace = button;
    QVERIFY(replace);
    replace->click();
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("1 mask")), patience);
    open(0);
    QVERIFY(shows(masks));
}

void ImportingTest::saysWhatDoesNotFit()
{
    MaskExport masks = maskOfPicture(m_images, 2);
    masks.stem = "p1";
    import({written(masks, MaskFormat::Mask, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("does not fit")), patience);
    QVERIFY(says(QStringLiteral("No mask was imported")));
    QVERIFY(!session().undoStack().canUndo());
    m_program->window().findChild<MessageBar*>()->closeAll(); // a problem stays before a warning
    masks.stem = "of another study";
    const QString stranger = written(masks, MaskFormat::Mask, m_masks);
    import({stranger, written(maskOfPicture(m_images, 2), MaskFormat::Mask, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("1 mask")), patience);
    QVERIFY(says(QStringLiteral("does not fit")));
}

void ImportingTest::takesWhatIsDroppedByItsName()
{
    const MaskExport masks = maskOfPicture(m_images, 1);
    Q_EMIT m_program->window().filesDropped({written(masks, MaskFormat::Nrrd, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("1 mask")), patience);
    QVERIFY(shows(masks));
    Q_EMIT m_program->window().filesDropped({m_images + QStringLiteral("/p3.png")});
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
}

QTEST_MAIN(ImportingTest)
#include "importing_test.moc"
