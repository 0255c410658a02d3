#include "tests/support/own_settings.h"
#include "ui/view/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class ExportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void beginsWithTheMaskAndTheSuggestedFolder();
    void remembersWhatWasAskedFor();
    void remembersNothingOfACancelledQuestion();
    void saysWhyItCannotExport();
    void offersNoScopeWithoutImages();
    void offersDicomSegmentationsOfDicomAlone();
    void asksHowDataSetsAreMadeWhereThereIsAChoice();

private:
    QTemporaryDir m_folder;
};

namespace {

QPushButton* button(const QDialog& dialog, const QString& name)
{
    for (auto* child : dialog.findChildren<QPushButton*>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

QLineEdit* folderField(const QDialog& dialog)
{
    return dialog.findChild<QLineEdit*>();
}

constexpr ExportCounts someOfAll{1, 2, 3};

} // namespace

void ExportDialogTest::initTestCase()
{
    useSettingsIn(m_folder.path());
}

void ExportDialogTest::init()
{
    QSettings().clear();
}

void ExportDialogTest::beginsWithTheMaskAndTheSuggestedFolder()
{
    const ExportDialog dialog(someOfAll, QStringLiteral("/data/masks"));
    QCOMPARE(dialog.choice().formats, QStringList{QStringLiteral("mask")});
    QCOMPARE(dialog.choice().folder, QStringLiteral("/data/masks"));
    QCOMPARE(dialog.choice().scope, ExportScope::CurrentImage);
    QVERIFY(!dialog.choice().isReplacing);
}

void ExportDialogTest::remembersWhatWasAskedFor()
{
    {
        ExportDialog dialog(someOfAll, QStringLiteral("/data/masks"));
        dialog.findChild<QCheckBox*>(QStringLiteral("mask"))->setChecked(false);
        dialog.findChild<QCheckBox*>(QStringLiteral("prob"))->setChecked(true);
        dialog.findChild<QCheckBox*>(QStringLiteral("steps"))->setChecked(true);
        dialog.findChild<QComboBox*>()->setCurrentIndex(2);
        folderField(dialog)->setText(QStringLiteral("/data/other"));
        QSignalSpy chosen(&dialog, &ExportDialog::chosen);
        QTest::mouseClick(button(dialog, QStringLiteral("Export now")), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        const auto choice = chosen.first().first().value<ExportChoice>();
        QCOMPARE(choice.scope, ExportScope::EditedAndAccepted);
    }
    const ExportDialog again(someOfAll, QStringLiteral("/data/masks"));
    QCOMPARE(again.choice().formats,
             (QStringList{QStringLiteral("prob"), QStringLiteral("steps")}));
    QCOMPARE(again.choice().folder, QStringLiteral("/data/other"));
    QCOMPARE(again.choice().scope, ExportScope::EditedAndAccepted);
}

void ExportDialogTest::remembersNothingOfACancelledQuestion()
{
    {
        ExportDialog dialog(someOfAll, QStringLiteral("/data/masks"));
        folderField(dialog)->setText(QStringLiteral("/data/other"));
        QTest::mouseClick(button(dialog, QStringLiteral("Cancel the export")), Qt::LeftButton);
    }
    QCOMPARE(ExportDialog(someOfAll, QStringLiteral("/data/masks")).choice().folder,
             QStringLiteral("/data/masks"));
}

void ExportDialogTest::saysWhyItCannotExport()
{
    ExportDialog dialog(someOfAll, QStringLiteral("/data/masks"));
    auto* exporting = button(dialog, QStringLiteral("Export now"));
    QVERIFY(exporting->isEnabled());
    dialog.findChild<QCheckBox*>(QStringLiteral("mask"))->setChecked(false);
    QVERIFY(!exporting->isEnabled());
    QCOMPARE(exporting->toolTip(), QStringLiteral("Tick at least one kind of file."));
    dialog.findChild<QCheckBox*>(QStringLiteral("who"))->setChecked(true);
    folderField(dialog)->clear();
    QCOMPARE(exporting->toolTip(), QStringLiteral("Choose a folder."));
}

void ExportDialogTest::offersNoScopeWithoutImages()
{
    const ExportDialog dialog({0, 4, 4}, QStringLiteral("/data/masks"));
    QCOMPARE(dialog.choice().scope, ExportScope::Accepted);
}

void ExportDialogTest::offersDicomSegmentationsOfDicomAlone()
{
    ExportDialog dialog(someOfAll, QStringLiteral("/data/masks"));
    auto* seg = dialog.findChild<QCheckBox*>(QStringLiteral("seg"));
    QVERIFY(!seg->isEnabled());
    QVERIFY(seg->toolTip().contains(QStringLiteral("no DICOM file")));
    seg->setChecked(true);
    QVERIFY(!dialog.choice().formats.contains(QStringLiteral("seg")));
    // Of a folder some may be, so the others are left out when they come.
    dialog.findChild<QComboBox*>()->setCurrentIndex(1);
    QVERIFY(seg->isEnabled());
    QVERIFY(dialog.choice().formats.contains(QStringLiteral("seg")));
    dialog.findChild<QComboBox*>()->setCurrentIndex(0);
    QVERIFY(!seg->isEnabled());

    ExportCounts dicom = someOfAll;
    dicom.isCurrentDicom = true;
    const ExportDialog ofDicom(dicom, QStringLiteral("/data/masks"));
    QVERIFY(ofDicom.findChild<QCheckBox*>(QStringLiteral("seg"))->isEnabled());
    QVERIFY(ofDicom.findChild<QCheckBox*>(QStringLiteral("segfrac"))->isEnabled());
}

void ExportDialogTest::asksHowDataSetsAreMadeWhereThereIsAChoice()
{
    const auto choiceNamed = [](const QDialog& dialog, const QString& name) -> QComboBox* {
        for (auto* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == name)
                return box;
        return nullptr;
    };
    {
        ExportDialog dialog(someOfAll, QStringLiteral("/data/masks"));
        auto* instances = choiceNamed(dialog, QStringLiteral("Instances of COCO and YOLO"));
        auto* outlines = choiceNamed(dialog, QStringLiteral("Outlines of COCO"));
        QVERIFY(instances && outlines);
        QVERIFY(!instances->isEnabled() && !outlines->isEnabled());
        QVERIFY(dialog.choice().datasets == DatasetOptions{});
        dialog.findChild<QCheckBox*>(QStringLiteral("yolo"))->click();
        QVERIFY(instances->isEnabled() && !outlines->isEnabled());
        dialog.findChild<QCheckBox*>(QStringLiteral("coco"))->click();
        QVERIFY(outlines->isEnabled());
        instances->setCurrentIndex(1);
        outlines->setCurrentIndex(1);
        QTest::mouseClick(button(dialog, QStringLiteral("Export now")), Qt::LeftButton);
        QCOMPARE(dialog.choice().formats, (QStringList{"mask", "coco", "yolo"}));
    }
    const DatasetOptions kept =
        ExportDialog(someOfAll, QStringLiteral("/data/masks")).choice().datasets;
    QVERIFY((kept == DatasetOptions{InstanceKind::WholeLabels, OutlineKind::RunLengths}));
}

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
