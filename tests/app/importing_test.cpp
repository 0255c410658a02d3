// Masks in, in the window: of the shown picture, of others, and of none.
#include "app/program.h"
#include "tests/app/odd_pictures.h"
#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"
#include "ui/view/message_bar.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

class ImportingTest : public QObject {
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
    static constexpr int patience = 20000; // ms
    Session& session() { return m_program->session(); }
    bool isOpen(int index);
    void open(int index);
    void import(const QStringList& files) { Q_EMIT m_program->window().importRequested(files); }
    bool saysInBar(const QString& words) const;
    bool shows(const MaskExport& masks);

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_images, m_masks;
    std::unique_ptr<Program> m_program;
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
    m_program = std::make_unique<Program>(
        fakeOpener({}), std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
            / "../bin/limn-import");
    m_program->start(m_images.toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
}

void ImportingTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

bool ImportingTest::isOpen(int index)
{
    const auto& items = m_program->workList().items();
    return session().isOpen() && index < static_cast<int>(items.size())
        && session().volume()->source.files.front() == items[static_cast<std::size_t>(index)].path;
}

void ImportingTest::open(int index)
{
    m_program->workList().setCurrent(index);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(index), patience);
}

bool ImportingTest::saysInBar(const QString& words) const
{
    for (const auto* label : m_program->window().findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(words))
            return true;
    return false;
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
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("1 mask")), patience);
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
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("1 mask")), patience);
    QVERIFY(shows(masks));
}

void ImportingTest::bringsMasksToPicturesThatAreNotShown()
{
    QStringList files;
    for (int number = 1; number <= 3; ++number)
        files << written(maskOfPicture(m_images, number, number + 2), MaskFormat::Mask, m_masks);
    import(files);
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("3 mask")), patience);
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
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("somebody has worked")), patience);
    open(0);
    QCOMPARE(std::ranges::count(session().human().values, Label{1}), 9);
    open(1);
    QPushButton* replace = nullptr;
    for (auto* button : m_program->window().findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Replace that work"))
            replace = button;
    QVERIFY(replace);
    replace->click();
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("1 mask")), patience);
    open(0);
    QVERIFY(shows(masks));
}

void ImportingTest::saysWhatDoesNotFit()
{
    MaskExport masks = maskOfPicture(m_images, 2);
    masks.stem = "p1";
    import({written(masks, MaskFormat::Mask, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("does not fit")), patience);
    QVERIFY(saysInBar(QStringLiteral("No mask was imported")));
    QVERIFY(!session().undoStack().canUndo());
    m_program->window().findChild<MessageBar*>()->closeAll(); // a problem stays before a warning
    masks.stem = "of another study";
    const QString stranger = written(masks, MaskFormat::Mask, m_masks);
    import({stranger, written(maskOfPicture(m_images, 2), MaskFormat::Mask, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("1 mask")), patience);
    QVERIFY(saysInBar(QStringLiteral("does not fit")));
}

void ImportingTest::takesWhatIsDroppedByItsName()
{
    const MaskExport masks = maskOfPicture(m_images, 1);
    Q_EMIT m_program->window().filesDropped({written(masks, MaskFormat::Nrrd, m_masks)});
    QTRY_VERIFY_WITH_TIMEOUT(saysInBar(QStringLiteral("1 mask")), patience);
    QVERIFY(shows(masks));
    Q_EMIT m_program->window().filesDropped({m_images + QStringLiteral("/p3.png")});
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
}

QTEST_MAIN(ImportingTest)
#include "importing_test.moc"
