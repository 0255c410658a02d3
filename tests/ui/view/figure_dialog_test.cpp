#include "tests/support/own_settings.h"
#include "ui/view/figure_dialog.h"
#include "ui/view/figure_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class FigureDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFigureBeginsWithImageStepsAndMask();
    void anAnimationBeginsWithWhatTheCanvasShows();
    void withoutStepsThereAreImageAndMask();
    void asksForAPreviewAfterAChange();
    void remembersWhatWasAskedFor();
    void saysWhyItCannotWrite();
    void theNameKeepsToTheFormat();
    void offersNoMp4WithoutFfmpeg();
    void thePreviewPlays();
    void everyControlHasAnAccessibleName();

private:
    FigureOffer offer(int steps = 10) const
    {
        FigureOffer some;
        some.steps = steps;
        if (steps > 0) {
            some.maps = allFigureMaps();
            some.classes = QStringList{QStringLiteral("lung"), QStringLiteral("heart")};
        }
        some.shown = FigureMap::Entropy;
        some.file = m_folder.filePath(QStringLiteral("chest_steps"));
        return some;
    }

    QTemporaryDir m_folder;
};

namespace {

template <typename Widget> Widget* part(const QDialog& dialog, const char* name)
{
    return dialog.findChild<Widget*>(QLatin1String(name));
}

QPushButton* writeButton(const QDialog& dialog)
{
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->accessibleName() == QStringLiteral("Write the file"))
            return button;
    return nullptr;
}

} // namespace

void FigureDialogTest::initTestCase()
{
    useSettingsIn(m_folder.path());
}

void FigureDialogTest::init()
{
    QSettings().clear();
}

void FigureDialogTest::aFigureBeginsWithImageStepsAndMask()
{
    const FigureDialog dialog(FigureKind::Figure, offer());
    const FigurePlan plan = dialog.choice().figure;
    QVERIFY(plan.columns == usualColumns(10));
    QCOMPARE(plan.rows, (std::vector<FigureMap>{FigureMap::State, FigureMap::Posterior}));
    QCOMPARE(plan.widthMm, 180.0);
    QCOMPARE(plan.dpi, 300);
    QVERIFY(plan.style.hasContour && plan.style.hasCaptions && plan.style.hasScaleBar
            && plan.style.hasColourBar);
    QCOMPARE(dialog.choice().file, m_folder.filePath(QStringLiteral("chest_steps.svg")));
    QVERIFY(writeButton(dialog)->isEnabled());
}

void FigureDialogTest::anAnimationBeginsWithWhatTheCanvasShows()
{
    const FigureDialog dialog(FigureKind::Animation, offer());
    QCOMPARE(dialog.choice().film.panels, std::vector<FigureMap>{FigureMap::Entropy});
    QVERIFY(!dialog.choice().film.hasPicture);
    FigureOffer ofValues = offer();
    ofValues.classAlone = 2;
    ofValues.valueColours = ColourMap::Viridis;
    const FigureDialog values(FigureKind::Animation, ofValues);
    QCOMPARE(values.choice().film.style.colours, FigureColours::Values);
    QCOMPARE(values.choice().film.style.classIndex, 2);
    QCOMPARE(values.choice().film.style.valueColours, ColourMap::Viridis);
    QCOMPARE(dialog.choice().file, m_folder.filePath(QStringLiteral("chest_steps.gif")));
}

void FigureDialogTest::withoutStepsThereAreImageAndMask()
{
    const FigureDialog dialog(FigureKind::Figure, offer(0));
    QVERIFY(dialog.choice().figure.columns == usualColumns(0));
    QVERIFY(!part<QLineEdit>(dialog, "steps")->isEnabled());
    QVERIFY(writeButton(dialog)->isEnabled());
}

void FigureDialogTest::asksForAPreviewAfterAChange()
{
    FigureDialog dialog(FigureKind::Figure, offer());
    QSignalSpy wanted(&dialog, &FigureDialog::previewWanted);
    QVERIFY(wanted.wait());
    part<QCheckBox>(dialog, "state")->setChecked(false);
    QVERIFY(wanted.wait());
    const auto choice = wanted.last().first().value<FigureChoice>();
    QCOMPARE(choice.figure.rows, std::vector<FigureMap>{FigureMap::Posterior});
    QVERIFY(wanted.last().last().toSize().width() > 100);
}

void FigureDialogTest::remembersWhatWasAskedFor()
{
    {
        FigureDialog dialog(FigureKind::Figure, offer());
        part<QLineEdit>(dialog, "steps")->setText(QStringLiteral("2, 9"));
        part<QCheckBox>(dialog, "picture")->setChecked(false);
        part<QCheckBox>(dialog, "semantic")->setChecked(true);
        part<QSpinBox>(dialog, "width")->setValue(85);
        part<QComboBox>(dialog, "format")->setCurrentIndex(1);
        QSignalSpy chosen(&dialog, &FigureDialog::chosen);
        writeButton(dialog)->click();
        QCOMPARE(chosen.size(), 1);
        const auto choice = chosen.first().first().value<FigureChoice>();
        QCOMPARE(choice.figure.columns.size(), std::size_t{3});
        QCOMPARE(choice.figure.columns[1].step, 9);
    }
    const FigureDialog again(FigureKind::Figure, offer());
    QCOMPARE(again.choice().figure.widthMm, 85.0);
    QCOMPARE(again.choice().figure.rows.size(), std::size_t{3});
    QVERIFY(!part<QCheckBox>(again, "picture")->isChecked());
    QVERIFY(again.choice().file.endsWith(QStringLiteral(".png")));
    QCOMPARE(part<QLineEdit>(again, "steps")->text(), QStringLiteral("2, 9"));
    const FigureDialog shorter(FigureKind::Figure, offer(3)); // other steps for other runs
    QCOMPARE(part<QLineEdit>(shorter, "steps")->text(), QStringLiteral("1, 2, 3"));
    QCOMPARE(FigureDialog(FigureKind::Animation, offer()).choice().film.heightPx, 512);
}

void FigureDialogTest::saysWhyItCannotWrite()
{
    FigureDialog dialog(FigureKind::Figure, offer());
    const auto reason = [&dialog] {
        return writeButton(dialog)->isEnabled() ? QString() : writeButton(dialog)->toolTip();
    };
    auto* const steps = part<QLineEdit>(dialog, "steps");
    steps->setText(QStringLiteral("1, 12"));
    QCOMPARE(reason(), QStringLiteral("There is no step 12: the run has 10."));
    steps->setText(QStringLiteral("1"));
    QCOMPARE(reason(), QString());
    part<QCheckBox>(dialog, "state")->setChecked(false);
    part<QCheckBox>(dialog, "posterior")->setChecked(false);
    QCOMPARE(reason(), QStringLiteral("Tick at least one row for the steps."));
    steps->clear();
    QCOMPARE(reason(), QString());
    part<QCheckBox>(dialog, "picture")->setChecked(false);
    part<QCheckBox>(dialog, "mask")->setChecked(false);
    QVERIFY(!reason().isEmpty());
    part<QCheckBox>(dialog, "mask")->setChecked(true);
    auto* const file = part<QLineEdit>(dialog, "file");
    file->setText(QStringLiteral("/nowhere/x.svg"));
    QCOMPARE(reason(), QStringLiteral("There is no such folder."));
    file->setText(m_folder.filePath(QStringLiteral("x.jpg")));
    QVERIFY(reason().contains(QStringLiteral(".svg")));
}

void FigureDialogTest::theNameKeepsToTheFormat()
{
    FigureDialog dialog(FigureKind::Animation, offer());
    auto* const format = part<QComboBox>(dialog, "format");
    format->setCurrentIndex(1);
    QVERIFY(dialog.choice().file.endsWith(QStringLiteral("chest_steps.mp4")));
    format->setCurrentIndex(2);
    QVERIFY(dialog.choice().file.endsWith(QStringLiteral("chest_steps")));
    format->setCurrentIndex(0);
    QVERIFY(dialog.choice().file.endsWith(QStringLiteral("chest_steps.gif")));
}

void FigureDialogTest::offersNoMp4WithoutFfmpeg()
{
    FigureOffer bare = offer();
    bare.hasFfmpeg = false;
    QSettings().setValue(QStringLiteral("animation/format"), 1);
    const FigureDialog dialog(FigureKind::Animation, bare);
    auto* const format = part<QComboBox>(dialog, "format");
    const auto* const item = static_cast<QStandardItemModel*>(format->model())->item(1);
    QVERIFY(!item->isEnabled());
    QVERIFY(item->toolTip().contains(QStringLiteral("ffmpeg")));
    QCOMPARE(format->currentIndex(), 0);
}

void FigureDialogTest::thePreviewPlays()
{
    FigurePreview preview;
    preview.resize(500, 400);
    QImage red(40, 40, QImage::Format_RGB32), blue = red;
    red.fill(qRgb(255, 0, 0));
    blue.fill(qRgb(0, 0, 255));
    preview.showFrames({red, blue}, 30, 30);
    const auto middle = [&preview] { return preview.grab().toImage().pixelColor(250, 200); };
    QTRY_COMPARE(middle(), QColor(255, 0, 0));
    QTRY_COMPARE(middle(), QColor(0, 0, 255));
    QTRY_COMPARE(middle(), QColor(255, 0, 0));
    preview.showWords(QStringLiteral("no"));
    QVERIFY(middle() != QColor(255, 0, 0));
}

void FigureDialogTest::everyControlHasAnAccessibleName()
{
    for (const FigureKind kind : {FigureKind::Figure, FigureKind::Animation}) {
        const FigureDialog dialog(kind, offer());
        for (const auto* widget : dialog.findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_")
                && !widget->inherits("QAbstractItemView")) // the open list of a choice
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(QLatin1String(widget->metaObject()->className())
                                    + widget->objectName()));
    }
}

QTEST_MAIN(FigureDialogTest)
#include "figure_dialog_test.moc"
