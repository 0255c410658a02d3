#include "ui/view/tag_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QtTest>

using namespace limn;

class TagDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsThePatientInItsFirstLine();
    void findsByNameNumberAndValue_data();
    void findsByNameNumberAndValue();
    void copiesRowsAndValues();
    void saysWhyThereAreNone();
    void neverNamesThePatientInItsTitle();

private:
    static std::vector<TagNode> tags()
    {
        return {{"0008,0020", "DA", "StudyDate", "20200102", {}},
                {"0008,2112", "SQ", "SourceImageSequence", "",
                 {{"", "", "Item 1", "", {{"0008,1155", "UI", "ReferencedSOPInstanceUID", "1.2.3", {}}}}}},
                {"0010,0010", "PN", "PatientName", "ZZCANARY^Jane", {}},
                {"0010,0020", "LO", "PatientID", "77-ZZ", {}}};
    }
    static int rows(const TagDialog& dialog) { return view(dialog)->model()->rowCount(); }
    static QTreeView* view(const TagDialog& dialog) { return dialog.findChild<QTreeView*>(); }
    static QPushButton* button(const TagDialog& dialog, const QString& name)
    {
        for (auto* child : dialog.findChildren<QPushButton*>())
            if (child->accessibleName() == name)
                return child;
        return nullptr;
    }
    static QString patient(const TagDialog& dialog)
    {
        for (auto* child : dialog.findChildren<QLabel*>())
            if (child->accessibleName() == "Patient")
                return child->text();
        return {};
    }
};

void TagDialogTest::showsThePatientInItsFirstLine()
{
    TagDialog dialog;
    dialog.setTags(tags());
    QCOMPARE(patient(dialog), QString("ZZCANARY Jane  ·  ID 77-ZZ  ·  study of 20200102"));
    QCOMPARE(rows(dialog), 4);
    dialog.setTags({});
    QCOMPARE(patient(dialog), QString("The file names no patient."));
}

void TagDialogTest::findsByNameNumberAndValue_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing") << "" << 4;
    QTest::newRow("name") << "patientn" << 1;
    QTest::newRow("number") << "0010,00" << 2;
    QTest::newRow("value") << "jane" << 1;
    QTest::newRow("in a sequence") << "1.2.3" << 1;
    QTest::newRow("a sequence") << "SourceImage" << 1;
    QTest::newRow("no such") << "xyzzy" << 0;
}

void TagDialogTest::findsByNameNumberAndValue()
{
    QFETCH(const QString, words);
    QFETCH(const int, found);
    TagDialog dialog;
    dialog.setTags(tags());
    dialog.findChild<QLineEdit*>()->setText(words);
    QCOMPARE(rows(dialog), found);
}

void TagDialogTest::copiesRowsAndValues()
{
    TagDialog dialog;
    dialog.setTags(tags());
    dialog.show();
    QVERIFY(!button(dialog, "Copy the rows")->isEnabled());
    QVERIFY(!button(dialog, "Copy the rows")->toolTip().isEmpty());
    view(dialog)->setCurrentIndex(view(dialog)->model()->index(3, 0));
    QTest::mouseClick(button(dialog, "Copy the rows"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("(0010,0020)\tPatientID\tLO\t77-ZZ"));
    QTest::mouseClick(button(dialog, "Copy the value"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("77-ZZ"));
}

void TagDialogTest::saysWhyThereAreNone()
{
    TagDialog dialog;
    dialog.setTags(tags());
    dialog.setProblem("Open an image first.");
    QCOMPARE(patient(dialog), QString("Open an image first."));
    QCOMPARE(rows(dialog), 0);
    dialog.setWaiting();
    QCOMPARE(patient(dialog), QString("Reading the tags…"));
}

void TagDialogTest::neverNamesThePatientInItsTitle()
{
    TagDialog dialog;
    dialog.setTags(tags());
    QCOMPARE(dialog.windowTitle(), QString("DICOM tags"));
}

QTEST_MAIN(TagDialogTest)
#include "tag_dialog_test.moc"
