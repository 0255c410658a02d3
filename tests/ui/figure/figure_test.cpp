// Figures as PNG and SVG: sizes, contours, scale bar, words, and what is refused.
#include "tests/ui/figure/made_input.h"
#include "ui/figure/figure.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/panel_pictures.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>

using namespace limn;

class FigureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheAskedWidthInMillimetresAndDots();
    void drawsTheContourWhereTheMaskEnds();
    void aPersonsMaskIsTheOneThatIsDrawn();
    void theScaleBarIsAsLongAsItSays_data();
    void theScaleBarIsAsLongAsItSays();
    void svgHasTextPathsAndPicturesAndLooksLikeThePng();
    void keepsTheShapeOfPixelsThatAreNotSquare();
    void mapsOfALargePictureAreMadeSmallOnce();
    void drawsManyClassesAndEveryMap();
    void saysWhatItCannotDraw_data();
    void saysWhatItCannotDraw();
    void stopsWhenToldTo();
};

namespace {

FigurePlan planOf(const FigureInput& input)
{
    FigurePlan plan;
    plan.columns = usualColumns(static_cast<int>(input.steps.size()));
    return plan;
}

// Without all that is not the panel itself.
FigurePlan maskAlone()
{
    FigurePlan plan;
    plan.columns = {{FigureColumn::Kind::Mask, 0}};
    plan.style.hasCaptions = plan.style.hasColourBar = plan.style.hasScaleBar = false;
    plan.widthMm = 52; // a panel of 50 mm
    plan.dpi = 508; // 20 dots a millimetre
    return plan;
}

struct SvgParts {
    QStringList texts;
    int images = 0, paths = 0;
    QString width, viewBox;
    bool isWellFormed = false;
};

SvgParts partsOf(const QByteArray& svg)
{
    SvgParts parts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"svg") {
            parts.width = reader.attributes().value(QLatin1String("width")).toString();
            parts.viewBox = reader.attributes().value(QLatin1String("viewBox")).toString();
        } else if (reader.name() == u"text")
            parts.texts << reader.readElementText().trimmed();
        else if (reader.name() == u"image")
            ++parts.images;
        else if (reader.name() == u"path")
            ++parts.paths;
    }
    parts.isWellFormed = !reader.hasError();
    return parts;
}

double meanDifference(const QImage& one, const QImage& other)
{
    double sum = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            sum += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)));
    return sum / (one.width() * one.height());
}

} // namespace

void FigureTest::hasTheAskedWidthInMillimetresAndDots()
{
    const FigureInput input = madeInput({64, 48}, 10);
    FigurePlan plan = planOf(input);
    plan.widthMm = 127;
    plan.dpi = 200;
    const auto image = figureImage(input, plan, {});
    QVERIFY(image);
    QCOMPARE(image->width(), 1000);
    const auto svg = figureSvg(input, plan, {});
    QVERIFY(svg);
    const SvgParts parts = partsOf(*svg);
    QCOMPARE(parts.width, QStringLiteral("127mm"));
    const double ratio =
        parts.viewBox.section(u' ', 2, 2).toDouble() / parts.viewBox.section(u' ', 3, 3).toDouble();
    QVERIFY(std::abs(image->width() / ratio - image->height()) <= 2);
}

void FigureTest::drawsTheContourWhereTheMaskEnds()
{
    FigureInput input = madeInput({50, 50}, 1);
    std::fill(input.labels.begin(), input.labels.end(), background);
    for (int y = 10; y < 30; ++y)
        for (int x = 20; x < 40; ++x)
            input.labels[static_cast<std::size_t>(y * 50 + x)] = 1;
    const auto image = figureImage(input, maskAlone(), {});
    QVERIFY(image);
    // A pixel of the slice is 1 mm, 20 dots; the panel begins after a margin of 1 mm.
    const auto grey = [&](double x, double y) {
        return qGray(image->pixel(static_cast<int>(20 * (x + 1)), static_cast<int>(20 * (y + 1))));
    };
    const double middle = 20.5;
    QCOMPARE(grey(20, middle), 255); // the left edge
    QCOMPARE(grey(40, middle), 255);
    QCOMPARE(grey(30, 10), 255);
    QCOMPARE(grey(30, 30), 255);
    QVERIFY(grey(18, middle) < 200);
    QVERIFY(grey(22, middle) < 200);
    FigurePlan bare = maskAlone();
    bare.style.hasContour = false;
    const auto without = figureImage(input, bare, {});
    QVERIFY(without);
    QVERIFY(qGray(without->pixel(20 * 21, static_cast<int>(20 * 21.5))) < 200);
}

void FigureTest::aPersonsMaskIsTheOneThatIsDrawn()
{
    FigureInput input = madeInput({40, 40}, 3);
    const auto model = figureImage(input, maskAlone(), {});
    input.labels[45] = input.labels[45] == 1 ? background : Label{1};
    const auto person = figureImage(input, maskAlone(), {});
    QVERIFY(model && person);
    QVERIFY(*model != *person);
    input.table.rows[0].isVisible = false;
    const auto hidden = figureImage(input, maskAlone(), {});
    FigurePlan picture = maskAlone();
    picture.columns = {{FigureColumn::Kind::Picture, 0}};
    QVERIFY(hidden);
    QCOMPARE(*hidden, *figureImage(input, picture, {}));
}

void FigureTest::theScaleBarIsAsLongAsItSays_data()
{
    QTest::addColumn<int>("calibration");
    QTest::addColumn<double>("spacing");
    QTest::addColumn<QString>("words");
    QTest::addColumn<double>("barMm"); // on the paper
    // 50 pixels on 50 mm of paper; the longest bar is 20 mm.
    QTest::newRow("pixels") << static_cast<int>(Calibration::None) << 3.0 << "20 px" << 20.0;
    QTest::newRow("patient") << static_cast<int>(Calibration::Patient) << 0.7 << "10 mm"
                             << 10.0 / 0.7;
    QTest::newRow("detector") << static_cast<int>(Calibration::Detector) << 0.2
                              << "2 mm at detector" << 2.0 / 0.2;
}

void FigureTest::theScaleBarIsAsLongAsItSays()
{
    QFETCH(const int, calibration);
    QFETCH(const double, spacing);
    QFETCH(const QString, words);
    QFETCH(const double, barMm);
    FigureInput input = madeInput({50, 50}, 1);
    input.geometry.calibration = static_cast<Calibration>(calibration);
    input.geometry.columnSpacingMm = input.geometry.rowSpacingMm = spacing;
    FigurePlan plan = maskAlone();
    plan.style.hasContour = false;
    plan.style.hasScaleBar = true;
    input.labels.assign(input.labels.size(), background);
    const auto svg = figureSvg(input, plan, {});
    QVERIFY(svg);
    QVERIFY2(partsOf(*svg).texts.contains(words), svg->constData());
    // The bar is the only line of pure white in the lower left of the picture.
    const auto image = figureImage(input, plan, {});
    QVERIFY(image);
    int longest = 0;
    for (int y = image->height() / 2; y < image->height() - 30; ++y) {
        int run = 0;
        for (int x = 25; x < image->width() - 25; ++x) {
            run = qGray(image->pixel(x, y)) >= 254 ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    QVERIFY2(std::abs(longest - barMm * 20) <= 2, qPrintable(QString::number(longest)));
}

void FigureTest::svgHasTextPathsAndPicturesAndLooksLikeThePng()
{
    const FigureInput input = madeInput({64, 48}, 4);
    FigurePlan plan = planOf(input);
    plan.dpi = 100;
    const auto svg = figureSvg(input, plan, {});
    const auto png = figureImage(input, plan, {});
    QVERIFY(svg && png);
    const SvgParts parts = partsOf(*svg);
    QVERIFY(parts.isWellFormed);
    QCOMPARE(parts.images, 1 + 4 * 2 + 1); // image, four steps in two rows, mask
    QVERIFY(parts.paths >= 2 * 5); // halo and line of four posteriors and the mask
    for (const char* const words :
         {"image", "state", "posterior", "mask, threshold 0.50", "p (disc)", "0.50"})
        QVERIFY2(parts.texts.contains(QString::fromUtf8(words)),
                 qPrintable(parts.texts.join(u'|')));
    QVERIFY(parts.texts.filter(QStringLiteral("step 4")).size() == 1);
    QSvgRenderer renderer(*svg);
    QVERIFY(renderer.isValid());
    QImage drawn(png->size(), QImage::Format_RGB32);
    drawn.fill(Qt::black);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    const double difference = meanDifference(drawn, *png);
    QVERIFY2(difference < 9, qPrintable(QString::number(difference)));
}

void FigureTest::keepsTheShapeOfPixelsThatAreNotSquare()
{
    FigureInput input = madeInput({40, 40}, 1);
    input.geometry.calibration = Calibration::Patient;
    input.geometry.columnSpacingMm = 1;
    input.geometry.rowSpacingMm = 2;
    QCOMPARE(aspectOf(input), 0.5);
    const auto image = figureImage(input, maskAlone(), {});
    QVERIFY(image);
    QVERIFY(std::abs(image->height() - 20 * (100 + 2)) <= 1); // 50 mm wide, 100 mm high
}

void FigureTest::mapsOfALargePictureAreMadeSmallOnce()
{
    const FigureInput input = madeInput({1024, 768}, 1);
    const PanelPictures pictures(input, {}, {200, 150});
    QCOMPARE(pictures.picture().size(), QSize(200, 150));
    QCOMPARE(pictures.mask().size(), QSize(200, 150));
    QCOMPARE(pictures.map(FigureMap::State, *input.steps.front()).size(), QSize(200, 150));
    const PanelPictures large(input, {}, {4096, 3072});
    QCOMPARE(large.picture().size(), QSize(1024, 768)); // no pixels are made up
}

void FigureTest::drawsManyClassesAndEveryMap()
{
    const FigureInput input = madeInput({64, 48}, 2, 2);
    FigurePlan plan = planOf(input);
    plan.rows = allFigureMaps();
    plan.dpi = 60;
    QVERIFY(figureSvg(input, plan, {}));
    plan.columns = {{FigureColumn::Kind::Step, 2}, {FigureColumn::Kind::Mask, 0}};
    plan.rows = {FigureMap::Semantic, FigureMap::Entropy};
    const auto svg = figureSvg(input, plan, {});
    QVERIFY(svg);
    const QStringList texts = partsOf(*svg).texts;
    for (const char* const words : {"p (disc)", "p (other disc)", "entropy", "semantic"})
        QVERIFY2(texts.contains(QString::fromUtf8(words)), qPrintable(texts.join(u'|')));
    plan.style.colours = FigureColours::Values;
    plan.style.classIndex = 2;
    const auto values = figureImage(input, plan, {});
    const auto labels = figureImage(input, planOf(input), {});
    QVERIFY(values && labels);
    QVERIFY(*values != *labels);
    plan.style.valueColours = ColourMap::Viridis;
    QVERIFY(*figureImage(input, plan, {}) != *values);
}

void FigureTest::saysWhatItCannotDraw_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("option");
    for (const auto& [what, option] : {std::pair("columns", "--columns"),
                                       {"step", "--columns"},
                                       {"rows", "--rows"},
                                       {"width", "--width"},
                                       {"narrow", "--width"},
                                       {"dpi", "--dpi"},
                                       {"font", "--font"},
                                       {"opacity", "--opacity"},
                                       {"class", "--class"},
                                       {"state", "--rows"}})
        QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(option);
}

void FigureTest::saysWhatItCannotDraw()
{
    QFETCH(const QString, what);
    QFETCH(const QString, option);
    FigureInput input = madeInput({32, 32}, 3);
    FigurePlan plan = planOf(input);
    if (what == u"columns")
        plan.columns.clear();
    else if (what == u"step")
        plan.columns.push_back({FigureColumn::Kind::Step, 4});
    else if (what == u"rows")
        plan.rows.clear();
    else if (what == u"width")
        plan.widthMm = 5;
    else if (what == u"narrow")
        plan.widthMm = 30;
    else if (what == u"dpi")
        plan.dpi = 0;
    else if (what == u"font")
        plan.fontPt = std::nan("");
    else if (what == u"opacity")
        plan.style.opacity = 2;
    else if (what == u"class")
        plan.style.classIndex = 7;
    else {
        Step bare = *input.steps[1];
        bare.state = {};
        input.steps[1] = std::make_shared<const Step>(bare);
    }
    const auto svg = figureSvg(input, plan, {});
    QVERIFY(!svg);
    QCOMPARE(svg.error().code, ErrorCode::BadArgument);
    QCOMPARE(QString::fromStdString(svg.error().subject), option);
    QVERIFY(!svg.error().detail.empty());
    QVERIFY(!figureImage(input, plan, {}));
}

void FigureTest::stopsWhenToldTo()
{
    const FigureInput input = madeInput({32, 32}, 3);
    std::stop_source stop;
    stop.request_stop();
    const auto image = figureImage(input, planOf(input), stop.get_token());
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::Cancelled);
}

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
