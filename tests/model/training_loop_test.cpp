// What ends a training badly or is left of it: a loss that is no number, a disk that is full, the
// curve and its picture.
#include "model/training/plot.h"
#include "model/training/training_loop.h"

#include <ATen/Parallel.h>

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace limn;

namespace {

std::vector<PackedImage> images()
{
    std::vector<PackedImage> all;
    for (int i = 0; i < 3; ++i) {
        PackedImage image;
        image.id = image.patient = std::to_string(i);
        image.labels = at::zeros({32, 32}, at::kByte);
        image.labels.slice(0, 4 + i, 20).slice(1, 8, 24).fill_(1);
        image.picture = image.labels.to(at::kFloat).unsqueeze(0) * 100 + 20;
        all.push_back(std::move(image));
    }
    return all;
}

TrainerOptions options(double rate)
{
    TrainerOptions options;
    options.iterations = 6;
    options.batch = 2;
    options.isAugmented = false;
    options.rate = rate;
    return options;
}

// Files that grow beyond `bytes` cannot be written while it lives: the disk is full there.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

QByteArray contentOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TrainingLoopTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::vector<PackedImage> m_images = images();
    const NetworkConfig m_tiny = namedConfig("tiny", 1, 2).value();

    std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    TrainingLoop loopTo(int iterations) const
    {
        return {
            file("m.checkpoint.safetensors"), file("m.curve.csv"), "a plan", iterations, 1, true};
    }

    static Result<void> nothing(Progress&, CurvePoint&) { return {}; }

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void init()
    {
        for (const char* const name : {"m.checkpoint.safetensors", "m.curve.csv"})
            std::filesystem::remove(file(name));
    }

    void stopsAtALossThatIsNoNumberAndKeepsTheLastGoodCheckpoint()
    {
        Progress progress;
        {
            Trainer trainer(m_tiny, options(1e-3), m_images, at::kCPU);
            QVERIFY(runTraining(trainer, loopTo(2), progress, nothing));
        }
        const QByteArray kept = contentOf(loopTo(2).checkpoint);
        Trainer broken(m_tiny, options(1e-3), m_images, at::kCPU);
        TrainingLoop loop = loopTo(5);
        loop.checkpointEvery = 100;
        const auto ending = runTraining(broken, loop, progress, [&](Progress& now, CurvePoint&) {
            // What an exploded training looks like: the next iteration has no result.
            if (now.iteration == 3) {
                const at::NoGradGuard noGradient;
                at::Tensor weights = broken.current().network.parameters.list().front().second;
                weights.fill_(NAN);
            }
            return Result<void>();
        });
        QVERIFY(!ending);
        QCOMPARE(ending.error().code, ErrorCode::NotFinite);
        QCOMPARE(ending.error().subject, std::string("iteration 4"));
        QVERIFY2(ending.error().detail.find("the checkpoint of iteration 2 stays")
                     != std::string::npos,
                 ending.error().detail.c_str());
        QVERIFY(contentOf(loop.checkpoint) == kept);
        Trainer again(m_tiny, options(1e-3), m_images, at::kCPU);
        QCOMPARE(readCheckpoint(loop.checkpoint, again, "a plan")->iteration, 2);
        QVERIFY(std::isfinite(again.iterate(2).loss));
    }

    void aRateFarTooHighIsNamedByItsIteration()
    {
        Trainer trainer(m_tiny, options(1e30), m_images, at::kCPU);
        Progress progress;
        TrainingLoop loop = loopTo(6);
        loop.checkpointEvery = 100;
        const auto ending = runTraining(trainer, loop, progress, nothing);
        QVERIFY(!ending);
        QCOMPARE(ending.error().code, ErrorCode::NotFinite);
        QVERIFY(ending.error().subject.starts_with("iteration "));
        QVERIFY(ending.error().detail.find("there is no checkpoint yet") != std::string::npos);
        QVERIFY(!std::filesystem::exists(loop.checkpoint));
    }

    void aDiskThatFillsDuringACheckpointLeavesTheOldOne()
    {
        Trainer trainer(m_tiny, options(1e-3), m_images, at::kCPU);
        Progress progress;
        QVERIFY(runTraining(trainer, loopTo(2), progress, nothing));
        const QByteArray kept = contentOf(loopTo(2).checkpoint);
        QVERIFY(kept.size() > 1'000'000);
        {
            const SmallDisk disk(500'000);
            const auto ending = runTraining(trainer, loopTo(4), progress, nothing);
            QVERIFY(!ending);
            QCOMPARE(ending.error().code, ErrorCode::WriteFailed); // EFBIG; a full disk is ENOSPC
            QCOMPARE(ending.error().subject, std::string("m.checkpoint.safetensors"));
        }
        QVERIFY(contentOf(loopTo(2).checkpoint) == kept);
        const auto names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(names, QStringList({"m.checkpoint.safetensors", "m.curve.csv"}));
        QVERIFY(runTraining(trainer, loopTo(4), progress, nothing)); // and it goes on
        QCOMPARE(progress.iteration, 4);
    }

    void theCurveHasARowAnIteration()
    {
        Trainer trainer(m_tiny, options(1e-3), m_images, at::kCPU);
        Progress progress;
        QVERIFY(runTraining(trainer, loopTo(3), progress, [](Progress& now, CurvePoint& point) {
            if (now.iteration == 2)
                point.validation = ValidationReport{0.25, 0.5, 1.3, 0.7};
            return Result<void>();
        }));
        const auto points = readCurve(loopTo(3).curve, 100);
        QVERIFY(points);
        QCOMPARE(points->size(), std::size_t{3});
        QVERIFY(points->at(0).report.loss > 0 && points->at(0).report.gradientNorm > 0);
        QVERIFY(!points->at(0).validation);
        QCOMPARE(points->at(1).validation->diceThreeSteps, 0.5);
        QCOMPARE(points->at(1).validation->temperature, 1.3);
        QCOMPARE(points->at(2).iteration, 3);
        QCOMPARE(readCurve(loopTo(3).curve, 2)->size(),
                 std::size_t{2}); // as a resumed one reads it
    }

    void bfloat16ChangesTheImageBranchALittle()
    {
        TrainerOptions mixed = options(1e-3);
        mixed.isMixed = true;
        Trainer plain(m_tiny, options(1e-3), m_images, at::kCPU),
            other(m_tiny, mixed, m_images, at::kCPU);
        const double a = plain.iterate(0).loss, b = other.iterate(0).loss;
        QVERIFY(a != b);
        QVERIFY2(std::abs(a - b) < 0.05 * a, qPrintable(QString("%1 %2").arg(a).arg(b)));
        QVERIFY(std::isfinite(other.iterate(1).loss));
    }

    void curvesBecomeAPicture()
    {
        const CsvTable table{{"iteration", "loss"},
                             {{"1", "2"}, {"2", ""}, {"3", "1.5"}, {"4", "0.5"}}};
        QVERIFY(writeCsv(file("a&b.csv"), table));
        PlotOptions plotOptions{{file("a&b.csv"), file("a&b.csv")}, file("x.svg")};
        plotOptions.smooth = 1;
        QVERIFY(plot(plotOptions));
        QXmlStreamReader xml(contentOf(file("x.svg")));
        int curves = 0, legends = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"polyline") {
                ++curves;
                const QString points = xml.attributes().value("points").toString();
                QCOMPARE(points.trimmed().split(' ').size(), 3); // the empty cell is left out
            }
            if (xml.name() == u"text" && xml.readElementText() == "a&b")
                ++legends;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(curves, 2);
        QCOMPARE(legends, 2);
        plotOptions.y = "Dice";
        const auto refused = plot(plotOptions);
        QCOMPARE(refused.error().code, ErrorCode::BadData);
        QCOMPARE(refused.error().detail, std::string("no column Dice"));
    }

    void csvKeepsCommasQuotesAndLineEnds()
    {
        const CsvTable table{{"a", "b"}, {{"x,\"y\"", "two\nlines"}, {"", "0.1"}}};
        QVERIFY(writeCsv(file("t.csv"), table));
        const auto read = readCsv(file("t.csv"));
        QVERIFY(read);
        QCOMPARE(read->columns, table.columns);
        QCOMPARE(read->rows, table.rows);
        QVERIFY(std::isnan(csvValue(read->rows[1][0], "").value()));
        QCOMPARE(csvValue(read->rows[1][1], "").value(), 0.1);
        QCOMPARE(csvValue("1.5x", "row 3").error().subject, std::string("row 3"));
        QFile cut(QString::fromStdString(file("t.csv").string()));
        QVERIFY(cut.open(QIODevice::Append));
        cut.write("alone\n");
        cut.close();
        QCOMPARE(readCsv(file("t.csv")).error().code, ErrorCode::BadData);
    }
};

QTEST_GUILESS_MAIN(TrainingLoopTest)
#include "training_loop_test.moc"
