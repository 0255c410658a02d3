// Our metrics against nnU-Net's and MONAI's, whose values metrics_published.py wrote down.
#include "model/metrics/scores.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace limn;

namespace {

std::vector<Label> unpacked(const QJsonValue& text)
{
    const QByteArray bytes = qUncompress(QByteArray::fromBase64(text.toString().toLatin1()));
    return {bytes.begin(), bytes.end()};
}

Grid gridOf(const QJsonObject& one)
{
    const QJsonArray shape = one["shape"].toArray(), spacing = one["spacing"].toArray();
    const qsizetype axes = shape.size();
    Grid grid{{shape[axes - 1].toInt(), shape[axes - 2].toInt()}};
    grid.columnSpacing = spacing[axes - 1].toDouble();
    grid.rowSpacing = spacing[axes - 2].toDouble();
    if (axes == 3) {
        grid.sliceCount = shape[0].toInt();
        grid.sliceSpacing = spacing[0].toDouble();
    }
    return grid;
}

double valueOf(const QJsonValue& value)
{
    return value.isNull() ? NAN : value.toDouble();
}

} // namespace

class MetricsPublishedTest : public QObject {
    Q_OBJECT

    double m_largest = 0;

    void compare(double ours, double theirs, double tolerance, const QString& what)
    {
        QVERIFY2(std::isnan(ours) == std::isnan(theirs), qPrintable(what));
        if (std::isnan(ours))
            return;
        QVERIFY2(std::abs(ours - theirs) <= tolerance * std::max(1.0, std::abs(ours)),
                 qPrintable(what + QStringLiteral(": %1, theirs %2").arg(ours).arg(theirs)));
        m_largest = std::max(m_largest, std::abs(ours - theirs));
    }

    void compareClass(const ClassScore& ours, const QJsonObject& one, int index)
    {
        const QJsonObject nnunet = one["nnunet"].toObject(), monai = one["monai"].toObject();
        const auto of = [index](const QJsonObject& from, const char* name) {
            return valueOf(from[QLatin1String(name)].toArray()[index]);
        };
        const QString name = one["name"].toString() + u' ' + QString::number(index + 1);
        compare(ours.of(Metric::Dice), of(nnunet, "Dice"), 1e-12, name + " Dice");
        compare(ours.of(Metric::Iou), of(nnunet, "IoU"), 1e-12, name + " IoU");
        compare(static_cast<double>(ours.pixels.truePositive), of(nnunet, "TP"), 0, name + " TP");
        compare(static_cast<double>(ours.pixels.falsePositive), of(nnunet, "FP"), 0, name + " FP");
        compare(static_cast<double>(ours.pixels.falseNegative), of(nnunet, "FN"), 0, name + " FN");
        // MONAI computes in float32. A class that is in neither mask is 1 there, in the prediction
        // alone 0 (as ours); its distance has no value, as ours, where a side is empty.
        if (ours.pixels.presence() != Presence::Neither) {
            compare(ours.of(Metric::Dice), of(monai, "Dice"), 1e-6, name + " MONAI Dice");
            compare(ours.of(Metric::Iou), of(monai, "IoU"), 1e-6, name + " MONAI IoU");
        }
        compare(ours.of(Metric::Hd95Max), of(monai, "HD95-max"), 1e-6, name + " MONAI HD95");
    }

private Q_SLOTS:
    void agreesWithThePublishedImplementations()
    {
        QFile file(qEnvironmentVariable("LIMN_SOURCE") + "/tests/data/metrics_published.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(cases.size() > 40);
        for (const QJsonValue& value : cases) {
            const QJsonObject one = value.toObject();
            const int classes = one["classes"].toInt();
            const auto score = scoreCase(unpacked(one["prediction"]), unpacked(one["reference"]),
                                         gridOf(one), classes);
            QVERIFY2(score, qPrintable(one["name"].toString()));
            for (int c = 0; c < classes; ++c)
                compareClass(score->classes[static_cast<std::size_t>(c)], one, c);
        }
        qInfo("%d cases, largest difference %.2g", static_cast<int>(cases.size()), m_largest);
    }
};

QTEST_GUILESS_MAIN(MetricsPublishedTest)
#include "metrics_published_test.moc"
