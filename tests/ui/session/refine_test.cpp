// Refinements: what each does to a mask, and that a session keeps other labels and locks.
#include "ui/session/refine.h"
#include "ui/session/session.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace limn;

namespace {

// '#' inside, anything else outside; rows of one length.
BinaryMask drawn(const QStringList& rows)
{
    BinaryMask mask{{static_cast<int>(rows.first().size()), static_cast<int>(rows.size())}, {}};
    for (const QString& row : rows)
        for (const QChar letter : row)
            mask.values.push_back(letter == '#' ? 1 : 0);
    return mask;
}

QStringList rowsOf(const BinaryMask& mask)
{
    QStringList rows;
    for (int y = 0; y < mask.size.height; ++y) {
        QString row;
        for (int x = 0; x < mask.size.width; ++x)
            row += mask.values[static_cast<std::size_t>(y * mask.size.width + x)] ? '#' : '.';
        rows << row;
    }
    return rows;
}

const Refinement& named(const char* name)
{
    for (const Refinement& one : refinements())
        if (qstrcmp(one.name, name) == 0)
            return one;
    qFatal("no such refinement");
}

BinaryMask emptyLike(const BinaryMask& mask)
{
    return {mask.size, std::vector<std::uint8_t>(mask.values.size())};
}

std::vector<Label> labelsOf(const QString& digits)
{
    std::vector<Label> labels;
    for (const QChar digit : digits)
        labels.push_back(digit == '.' ? untouched : static_cast<Label>(digit.digitValue()));
    return labels;
}

RefineRequest requestOf(const char* name, const QString& composed, const QString& byModel = {})
{
    RefineRequest request;
    request.refinement = &named(name);
    request.size = {static_cast<int>(composed.size()), 1};
    const std::vector<Label> labels = labelsOf(composed);
    request.slices = {{0, std::vector<Label>(labels.size(), untouched), labels,
                       byModel.isEmpty() ? labels : labelsOf(byModel)}};
    return request;
}

QString afterEdits(const RefineRequest& request)
{
    HumanLayer layer = untouchedLayer(request.size);
    for (LabelEdit edit : refined(request))
        edit.swap(layer);
    QString digits;
    for (const Label byte : layer.values)
        digits += byte == untouched ? QStringLiteral(".") : QString::number(byte);
    return digits;
}

} // namespace

class RefineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesTheMask_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("amount");
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        const auto row = [](const char* name, double amount, const QStringList& before,
                            const QStringList& after) {
            QTest::newRow(name) << name << amount << before << after;
        };
        row("largest", 0, {"##...", "#...#", "...#."}, {"##...", "#....", "....."});
        row("islands", 2, {"##...", "....#", "#...."}, {"##...", ".....", "....."});
        row("fill-holes", 0, {"####.", "#..#.", "###.#", "#.#.#"},
            {"####.", "####.", "###.#", "#.#.#"});
        row("open", 1, {".#...", "###..", ".#...", "....#"}, {".#...", "###..", ".#...", "....."});
        row("close", 1.5, {".......", "..#.#..", "......."}, {".......", "..###..", "......."});
        row("dilate", 1, {"....", ".#..", "...."}, {".#..", "###.", ".#.."});
        row("erode", 1, {".###.", ".###.", ".###."}, {"..#..", "..#..", "..#.."});
        row("median", 1, {".....", ".###.", ".#.#.", ".###.", "....."},
            {".....", "..#..", ".###.", "..#..", "....."});
        row("hull", 0, {"#...#", ".....", "..#.."}, {"#####", ".###.", "..#.."});
        row("invert", 0, {"#.", ".#"}, {".#", "#."});
    }
    void changesTheMask()
    {
        QFETCH(QString, name);
        QFETCH(double, amount);
        QFETCH(QStringList, before);
        const BinaryMask mask = drawn(before);
        const RefineInput input{mask, emptyLike(mask), emptyLike(mask), amount};
        QTEST(rowsOf(named(name.toLatin1().constData()).apply(input)), "after");
    }

    void closingFillsNothingAgainstThePicturesEdge()
    {
        const BinaryMask mask = drawn({"....", ".##.", ".##.", "...."});
        const RefineInput input{mask, emptyLike(mask), emptyLike(mask), 1};
        QCOMPARE(rowsOf(named("close").apply(input)), rowsOf(mask));
    }

    void millimetresFollowTheSpacing()
    {
        const BinaryMask mask = drawn({".....", ".....", "..#..", ".....", "....."});
        RefineInput input{mask, emptyLike(mask), emptyLike(mask), 1};
        input.columnSpacing = 0.5; // 1 mm: two columns, one row
        QCOMPARE(rowsOf(named("dilate").apply(input)),
                 (QStringList{".....", "..#..", "#####", "..#..", "....."}));
        input.amount = 0.6; // mm^2: one pixel has 0.5
        QCOMPARE(rowsOf(named("islands").apply(input)), rowsOf(emptyLike(mask)));
    }

    void theOtherLabelsHolesAreInsideIt()
    {
        const BinaryMask other = drawn({"###..", "#.#..", "###.."});
        const BinaryMask mask = drawn({".....", ".#..#", "....."});
        const RefineInput input{mask, other, emptyLike(mask)};
        QCOMPARE(rowsOf(named("inside").apply(input)), (QStringList{".....", ".#...", "....."}));
        QCOMPARE(rowsOf(named("outside").apply(input)), (QStringList{".....", "....#", "....."}));
    }

    void aRandomMaskKeepsTheRulesOfMorphology()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            BinaryMask mask{{1 + random.bounded(24), 1 + random.bounded(24)}, {}};
            mask.values.resize(mask.size.area());
            for (auto& value : mask.values)
                value = random.bounded(3) == 0;
            const RefineInput input{mask, emptyLike(mask), emptyLike(mask),
                                    1 + random.bounded(3) * 0.7};
            const auto isWithin = [](const BinaryMask& inner, const BinaryMask& outer) {
                return std::ranges::equal(inner.values, outer.values, std::less_equal<>());
            };
            for (const char* const name : {"largest", "islands", "open", "erode"})
                QVERIFY2(isWithin(named(name).apply(input), mask), name);
            for (const char* const name : {"fill-holes", "close", "dilate", "hull"})
                QVERIFY2(isWithin(mask, named(name).apply(input)), name);
            for (const char* const name : {"open", "close", "largest", "fill-holes", "hull"}) {
                RefineInput again = input;
                again.mask = named(name).apply(input);
                QVERIFY2(named(name).apply(again).values == again.mask.values, name);
            }
        }
    }

    void growsIntoBackgroundAlone()
    {
        RefineRequest request = requestOf("dilate", "002110330");
        request.amount = 2;
        QCOMPARE(afterEdits(request), QStringLiteral(".1...1..."));
    }

    void takesInTheOtherLabel()
    {
        RefineRequest request = requestOf("unite", "022100330");
        request.other = 2;
        QCOMPARE(afterEdits(request), QStringLiteral(".11......"));
    }

    void snappingGivesPixelsBackToTheModel()
    {
        RefineRequest request = requestOf("snap", "0111110000", "0001111000");
        request.amount = 2;
        request.slices.front().human = labelsOf(".111110...");
        HumanLayer layer = untouchedLayer(request.size);
        layer.values = request.slices.front().human;
        const auto edits = refined(request);
        QCOMPARE(resultOf(request, edits).added, std::size_t{1});
        QCOMPARE(resultOf(request, edits).removed, std::size_t{2});
        for (LabelEdit edit : edits)
            edit.swap(layer);
        QCOMPARE(layer.values, labelsOf("...111...."));
    }

    void aSessionKeepsLockedLabelsAndUndoes()
    {
        Session session;
        auto volume = std::make_shared<Volume>();
        volume->size = {8, 1};
        volume->slices = {std::make_shared<const Slice>(
            Slice{{8, 1}, 1, std::vector<float>(8, 1.0f), {}})};
        QVERIFY(session.open(volume, {}));
        LabelTable table = session.labelTable();
        table.rows.resize(2);
        table.rows[0].label = 1;
        table.rows[1].label = 2;
        table.rows[1].isLocked = true;
        session.apply("paint", {LabelEdit(0, {0, 0, 8, 1}, labelsOf("01001000"))});
        session.setLabelTable(table);
        RefineRequest request = requestOf("invert", "01001000");
        session.apply("Invert", refined(request));
        QCOMPARE(session.labels().values, labelsOf("10110111"));
        session.undoStack().undo();
        QCOMPARE(session.labels().values, labelsOf("01001000"));
    }

    void stopsWhenAskedTo()
    {
        RefineRequest request = requestOf("invert", "0110");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(refined(request, stop.get_token()).empty());
    }
};

QTEST_GUILESS_MAIN(RefineTest)
#include "refine_test.moc"
