// Our metrics against MedPy's (and, where it has none, NumPy and SciPy), on random and real masks.
#include "model/metrics/scores.h"

#include "tests/support/python.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <random>

using namespace limn;

namespace {

struct Pair {
    Grid grid;
    std::vector<Label> prediction;
    std::vector<Label> reference;
};

std::vector<Label> noise(std::mt19937& random, std::size_t count, unsigned percent)
{
    std::vector<Label> mask(count);
    for (Label& value : mask)
        value = random() % 100 < percent;
    return mask;
}

std::vector<Label> blob(std::mt19937& random, const Grid& grid)
{
    const auto place = [&random](int length) {
        return static_cast<int>(random() % static_cast<unsigned>(length));
    };
    const int x = place(grid.size.width), y = place(grid.size.height), z = place(grid.sliceCount);
    const int radius = 2 + place(8);
    std::vector<Label> mask;
    for (int k = 0; k < grid.sliceCount; ++k)
        for (int j = 0; j < grid.size.height; ++j)
            for (int i = 0; i < grid.size.width; ++i)
                mask.push_back((i - x) * (i - x) + (j - y) * (j - y) + 4 * (k - z) * (k - z)
                               <= radius * radius);
    return mask;
}

std::vector<Pair> randomPairs()
{
    std::mt19937 random(20);
    std::vector<Pair> pairs;
    for (unsigned i = 0; i < 90; ++i) {
        const int width = 1 + static_cast<int>(random() % 40),
                  height = 1 + static_cast<int>(random() % 33);
        Grid grid{{width, height}};
        if (i % 3 == 0)
            grid = {grid.size, 2 + static_cast<int>(i % 7), 0.6 + 0.01 * i, 1.25,
                    0.5 + 0.1 * (i % 50)};
        if (i % 2 == 0)
            pairs.push_back({grid, blob(random, grid), blob(random, grid)});
        else
            pairs.push_back(
                {grid, noise(random, grid.count(), i % 60), noise(random, grid.count(), i % 11)});
    }
    for (const Label first : {Label{0}, Label{1}})
        for (const Label second : {Label{0}, Label{1}})
            pairs.push_back(
                {{{5, 4}}, std::vector<Label>(20, first), std::vector<Label>(20, second)});
    return pairs;
}

// Neighbours in the list of masks, cut to the same size.
std::vector<Pair> realPairs(const QString& folder, int count, Label label)
{
    const QDir masks(qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/../shared/data/")
                     + folder);
    const QStringList names = masks.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    std::vector<Pair> pairs;
    for (qsizetype i = 0; i + 1 < names.size() && static_cast<int>(pairs.size()) < count; ++i) {
        const QImage first(masks.filePath(names[i])), second(masks.filePath(names[i + 1]));
        const QSize size = first.size().boundedTo(second.size());
        Pair pair{{{size.width(), size.height()}}, {}, {}};
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x) {
                pair.prediction.push_back(first.scanLine(y)[x] == label);
                pair.reference.push_back(second.scanLine(y)[x] == label);
            }
        pairs.push_back(pair);
    }
    return pairs;
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QJsonArray referenceAnswers(const std::vector<Pair>& pairs)
{
    const QTemporaryDir folder;
    QJsonArray list;
    for (const Pair& pair : pairs) {
        const QString name = QString::number(list.size());
        QByteArray bytes;
        for (const auto& labels : {pair.prediction, pair.reference})
            bytes.append(reinterpret_cast<const char*>(labels.data()),
                         static_cast<qsizetype>(labels.size()));
        write(folder.filePath(name), bytes);
        QJsonArray shape{pair.grid.size.height, pair.grid.size.width};
        QJsonArray spacing{pair.grid.rowSpacing, pair.grid.columnSpacing};
        if (pair.grid.sliceCount > 1) {
            shape.prepend(pair.grid.sliceCount);
            spacing.prepend(pair.grid.sliceSpacing);
        }
        list.append(QJsonObject{{QStringLiteral("file"), name},
                                {QStringLiteral("shape"), shape},
                                {QStringLiteral("spacing"), spacing}});
    }
    write(folder.filePath(QStringLiteral("pairs.json")), QJsonDocument(list).toJson());
    return QJsonDocument::fromJson(
               pythonOutput(QStringLiteral("tests/model/metrics_reference.py"), {folder.path()}))
        .array();
}

void compare(const std::vector<Pair>& pairs)
{
    const QJsonArray answers = referenceAnswers(pairs);
    QCOMPARE(answers.size(), static_cast<qsizetype>(pairs.size()));
    const std::array metrics{Metric::Dice,   Metric::Iou,  Metric::Precision,
                             Metric::Recall, Metric::Hd95, Metric::Hd95Max};
    double largest = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto score = scoreCase(pairs[i].prediction, pairs[i].reference, pairs[i].grid, 1);
        QVERIFY(score);
        for (std::size_t k = 0; k < metrics.size(); ++k) {
            const double ours = score->classes[0].of(metrics[k]);
            const QJsonValue theirs =
                answers[static_cast<qsizetype>(i)].toArray()[static_cast<qsizetype>(k)];
            QCOMPARE(std::isnan(ours), theirs.isNull());
            const double difference = theirs.isNull() ? 0 : std::abs(ours - theirs.toDouble());
            QVERIFY2(difference <= 1e-6, nameOf(metrics[k]).data());
            largest = std::max(largest, difference);
        }
    }
    qInfo("%zu pairs, largest difference %.2g", pairs.size(), largest);
}

} // namespace

class MetricsReferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasPythonModules(
                {QStringLiteral("medpy.metric.binary"), QStringLiteral("scipy.ndimage")}))
            QSKIP("LIMN_TEST_PYTHON names no interpreter with medpy, numpy and scipy");
    }

    void agreesOnRandomMasks() { compare(randomPairs()); }

    void agreesOnRealMasks()
    {
        std::vector<Pair> pairs = realPairs(QStringLiteral("cxr_lungs/masks"), 15, 1);
        for (const Pair& pair : realPairs(QStringLiteral("acdc_lv_nc/masks"), 30, 3))
            pairs.push_back(pair);
        for (const Pair& pair : realPairs(QStringLiteral("isic2017_skin_256/masks"), 15, 1))
            pairs.push_back(pair);
        if (pairs.empty())
            QSKIP("no shared/data beside the sources");
        compare(pairs);
    }
};

QTEST_GUILESS_MAIN(MetricsReferenceTest)
#include "metrics_reference_test.moc"
