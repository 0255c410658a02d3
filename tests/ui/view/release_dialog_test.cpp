#include "tests/support/own_settings.h"
#include "ui/view/release_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class ReleaseDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void beginsDeidentifiedWithASplit();
    void remembersAllButThePlaces();
    void saysWhyItCannotBeMade_data();
    void saysWhyItCannotBeMade();
    void offersWhatFitsToDeidentifiedCopiesAlone();
    void offersEditedImagesWhereNoneIsAccepted();
    void namesEveryControl();

private:
    template <typename Widget> static Widget* named(const QDialog& dialog, const QString& name)
    {
        for (auto* child : dialog.findChildren<Widget*>())
            if (child->accessibleName() == name)
                return child;
        return nullptr;
    }
    QTemporaryDir m_folder;
};

namespace {

const ReleaseOffer someOfAll{2, 3, QStringLiteral("/data/data set"), QStringLiteral("/data/images")};

} // namespace

void ReleaseDialogTest::initTestCase()
{
    useSettingsIn(m_folder.path());
}

void ReleaseDialogTest::init()
{
    QSettings().clear();
}

void ReleaseDialogTest::beginsDeidentifiedWithASplit()
{
    const ReleaseDialog dialog(someOfAll);
    const ReleaseChoice choice = dialog.choice();
    QVERIFY(choice.isDeidentified && choice.hasCopies);
    QVERIFY(!choice.areDatesEmptied && !choice.hasEditedImages);
    QCOMPARE(choice.split, QString("70/15/15"));
    QCOMPARE(choice.seed, std::uint64_t{1});
    QCOMPARE(choice.formats, QStringList{"mask"});
    QCOMPARE(choice.folder, QString("/data/data set"));
    QCOMPARE(choice.key, QString());
    QVERIFY(named<QPushButton>(dialog, "Make the data set now")->isEnabled());
}

void ReleaseDialogTest::remembersAllButThePlaces()
{
    {
        ReleaseDialog dialog(someOfAll);
        dialog.findChild<QCheckBox*>("nifti")->setChecked(true);
        dialog.findChild<QCheckBox*>("mask")->setChecked(false);
        named<QComboBox>(dialog, "Images of the data set")->setCurrentIndex(1);
        named<QComboBox>(dialog, "Dates in the copies")->setCurrentIndex(1);
        named<QLineEdit>(dialog, "Shares for training, validation and test")->setText("80 / 20");
        named<QLineEdit>(dialog, "Folder of the data set")->setText("/data/ZZCANARY");
        named<QLineEdit>(dialog, "File that says who is who")->setText("/data/ZZCANARY.json");
        named<QLineEdit>(dialog, "Licence of the data set")->setText("CC0");
        QSignalSpy chosen(&dialog, &ReleaseDialog::chosen);
        QTest::mouseClick(named<QPushButton>(dialog, "Make the data set now"), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        const auto choice = chosen.first().first().value<ReleaseChoice>();
        QCOMPARE(choice.split, QString("80/20"));
        QCOMPARE(choice.folder, QString("/data/ZZCANARY"));
        QVERIFY(choice.hasEditedImages && choice.areDatesEmptied);
    }
    const ReleaseDialog again(someOfAll);
    QCOMPARE(again.choice().formats, QStringList{"nifti"});
    QVERIFY(again.choice().areDatesEmptied);
    QCOMPARE(again.choice().licence, QString("CC0"));
    QCOMPARE(again.choice().folder, QString("/data/data set"));
    for (const QString& key : QSettings().allKeys())
        QVERIFY2(!QSettings().value(key).toString().contains("ZZCANARY"), qPrintable(key));
}

void ReleaseDialogTest::saysWhyItCannotBeMade_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no folder") << "Folder of the data set" << "" << "Choose a folder.";
    QTest::newRow("a wrong split") << "Shares for training, validation and test" << "70:30" << "split";
    QTest::newRow("an empty split") << "Shares for training, validation and test" << "0/0" << "split";
    QTest::newRow("a pattern that is none") << "Pattern in file names" << "(" << "regular expression";
    QTest::newRow("the key in the data set")
        << "File that says who is who" << "/data/data set/key.json" << "must not lie";
}

void ReleaseDialogTest::saysWhyItCannotBeMade()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    const ReleaseDialog dialog(someOfAll);
    if (field.startsWith("Pattern"))
        named<QComboBox>(dialog, "What images of one patient have in common")->setCurrentIndex(3);
    named<QLineEdit>(dialog, field)->setText(text);
    auto* const make = named<QPushButton>(dialog, "Make the data set now");
    QVERIFY(!make->isEnabled());
    QVERIFY2(make->toolTip().contains(words), qPrintable(make->toolTip()));
}

void ReleaseDialogTest::offersWhatFitsToDeidentifiedCopiesAlone()
{
    const ReleaseDialog dialog(someOfAll);
    auto* const data = named<QComboBox>(dialog, "Copies of the images");
    auto* const dates = named<QComboBox>(dialog, "Dates in the copies");
    QVERIFY(dates->isEnabled());
    data->setCurrentIndex(1);
    QVERIFY(!dates->isEnabled());
    QVERIFY(!dates->toolTip().isEmpty());
    QVERIFY(!dialog.choice().isDeidentified && dialog.choice().hasCopies);
    data->setCurrentIndex(2);
    QVERIFY(!dialog.choice().isDeidentified && !dialog.choice().hasCopies);
    dialog.findChild<QCheckBox*>("mask")->setChecked(false);
    QVERIFY(!named<QPushButton>(dialog, "Make the data set now")->isEnabled());
}

void ReleaseDialogTest::offersEditedImagesWhereNoneIsAccepted()
{
    ReleaseOffer offer = someOfAll;
    offer.accepted = 0;
    const ReleaseDialog dialog(offer);
    QVERIFY(dialog.choice().hasEditedImages);
    offer.editedAndAccepted = 0;
    const ReleaseDialog none(offer);
    QVERIFY(!named<QPushButton>(none, "Make the data set now")->isEnabled());
}

void ReleaseDialogTest::namesEveryControl()
{
    const ReleaseDialog dialog(someOfAll);
    for (auto* const child : dialog.findChildren<QWidget*>())
        // A list's window and a number's field are read by the names of what they belong to.
        if (child->focusPolicy() != Qt::NoFocus && !qobject_cast<QComboBox*>(child->parentWidget()->parentWidget())
            && child->objectName() != "qt_spinbox_lineedit")
            QVERIFY2(!child->accessibleName().isEmpty(), child->metaObject()->className());
}

QTEST_MAIN(ReleaseDialogTest)
#include "release_dialog_test.moc"
