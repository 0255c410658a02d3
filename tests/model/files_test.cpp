// SHA-256, the durable writer, safetensors and model cards: good, cut and hostile files.
#include "model/files/durable_file.h"
#include "model/files/model_card_reader.h"
#include "model/files/safetensors.h"
#include "model/files/sha256.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <sys/mount.h>
#include <unistd.h>

using namespace limn;

namespace {

std::span<const std::byte> bytesOfText(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

std::filesystem::path in(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

QByteArray contentOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not readable)");
}

std::filesystem::path written(const QTemporaryDir& folder, const std::string& header,
                              const std::string& data)
{
    const auto path = in(folder, "x.safetensors");
    const std::uint64_t length = header.size();
    std::string all(8, '\0');
    std::memcpy(all.data(), &length, 8);
    return writeDurably(path, bytesOfText(all + header + data), IfExists::Replace) ? path : "";
}

int entriesIn(const QTemporaryDir& folder)
{
    return static_cast<int>(QDir(folder.path())
                                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                                .size());
}

} // namespace

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheHashesOfTheStandard()
    {
        QCOMPARE(sha256({}),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256(bytesOfText("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        const std::string million(1000000, 'a');
        QCOMPARE(sha256(bytesOfText(million)),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void hashesEveryLengthAsQtDoes()
    {
        QByteArray bytes;
        for (int length = 0; length < 300; ++length) {
            const QByteArray hex =
                QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
            QCOMPARE(QByteArray::fromStdString(sha256(bytesOfText(bytes.toStdString()))), hex);
            bytes.append(static_cast<char>(length * 7));
        }
    }

    void hashesAFileInPieces()
    {
        const QTemporaryDir folder;
        const std::string text(700001, 'q');
        QVERIFY(writeDurably(in(folder, "f"), bytesOfText(text), IfExists::Refuse));
        QCOMPARE(sha256OfFile(in(folder, "f")).value(), sha256(bytesOfText(text)));
        QVERIFY(sha256OfFile(in(folder, "none")).error().code == ErrorCode::NotFound);
        QVERIFY(sha256OfFile(in(folder, ".")).error().code == ErrorCode::NotReadable);
    }

    void writesAllPiecesAndLeavesNothingElse()
    {
        const QTemporaryDir folder;
        const std::string large(100000, 'x');
        const std::array pieces{bytesOfText("a"), bytesOfText(""), bytesOfText(large)};
        QVERIFY(writeDurably(in(folder, "f"), pieces, IfExists::Refuse));
        QCOMPARE(contentOf(in(folder, "f")), QByteArray::fromStdString("a" + large));
        QCOMPARE(entriesIn(folder), 1);
    }

    void refusesToOverwriteUnlessAsked()
    {
        const QTemporaryDir folder;
        QVERIFY(writeDurably(in(folder, "f"), bytesOfText("old"), IfExists::Refuse));
        const auto again = writeDurably(in(folder, "f"), bytesOfText("new"), IfExists::Refuse);
        QVERIFY(!again && again.error().code == ErrorCode::Exists);
        QCOMPARE(contentOf(in(folder, "f")), QByteArray("old"));
        QVERIFY(writeDurably(in(folder, "f"), bytesOfText("new"), IfExists::Replace));
        QCOMPARE(contentOf(in(folder, "f")), QByteArray("new"));
    }

    void replacesALinkInsteadOfWritingThroughIt()
    {
        const QTemporaryDir folder;
        QVERIFY(writeDurably(in(folder, "f"), bytesOfText("old"), IfExists::Refuse));
        std::filesystem::create_symlink("f", in(folder, "link"));
        QVERIFY(writeDurably(in(folder, "link"), bytesOfText("new"), IfExists::Replace));
        QCOMPARE(contentOf(in(folder, "f")), QByteArray("old"));
        QCOMPARE(contentOf(in(folder, "link")), QByteArray("new"));
    }

    void saysThatTheFolderIsMissing()
    {
        const QTemporaryDir folder;
        const auto result =
            writeDurably(in(folder, "none") / "f", bytesOfText("x"), IfExists::Replace);
        QVERIFY(!result && result.error().code == ErrorCode::NotFound);
    }

    void keepsTheOldFileWhenTheDiskIsFull()
    {
        if (geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QTemporaryDir folder;
        const QByteArray place = folder.path().toLocal8Bit();
        if (mount("tmpfs", place.constData(), "tmpfs", 0, "size=128k") != 0)
            QSKIP("mounting is not allowed here");
        const bool isOldWritten =
            writeDurably(in(folder, "f"), bytesOfText("old"), IfExists::Refuse).has_value();
        const std::string large(200000, 'x');
        const auto result = writeDurably(in(folder, "f"), bytesOfText(large), IfExists::Replace);
        const QByteArray content = contentOf(in(folder, "f"));
        const int entries = entriesIn(folder);
        umount(place.constData());
        QVERIFY(isOldWritten);
        QVERIFY(!result && result.error().code == ErrorCode::DiskFull);
        QCOMPARE(content, QByteArray("old"));
        QCOMPARE(entries, 1);
    }

    void readsBackTheTensorsThatItWrote()
    {
        const QTemporaryDir folder;
        const std::vector<float> values{1, 2, 3, 4, 5, 6};
        const std::vector<std::uint8_t> labels{7, 8, 9};
        const std::map<std::string, TensorView> tensors{
            {"a/ä", {TensorType::U8, {3}, std::as_bytes(std::span(labels))}},
            {"b", {TensorType::F32, {2, 3}, std::as_bytes(std::span(values))}},
            {"empty", {TensorType::F16, {0, 4}, {}}}};
        const auto path = in(folder, "t.safetensors");
        QVERIFY(writeSafetensors(path, tensors, {{"key", "\"value\""}}, IfExists::Refuse));
        const auto read = openSafetensors(path);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->tensors.size(), std::size_t{3});
        QCOMPARE(read->metadata.at("key"), std::string("\"value\""));
        QVERIFY((read->tensors.at("b").shape == std::vector<std::int64_t>{2, 3}));
        QVERIFY(std::ranges::equal(read->tensors.at("b").bytes, std::as_bytes(std::span(values))));
        QVERIFY(
            std::ranges::equal(read->tensors.at("a/ä").bytes, std::as_bytes(std::span(labels))));
        QVERIFY(read->tensors.at("empty").bytes.empty());
    }

    void refusesATensorWhoseBytesDoNotFit()
    {
        const QTemporaryDir folder;
        const std::map<std::string, TensorView> tensors{
            {"a", {TensorType::F32, {2}, bytesOfText("1234")}}};
        const auto result = writeSafetensors(in(folder, "t"), tensors, {}, IfExists::Refuse);
        QVERIFY(!result && result.error().code == ErrorCode::BadArgument);
        QCOMPARE(entriesIn(folder), 0);
    }

    void refusesHostileHeaders_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("data");
        QTest::addColumn<bool>("isGood");
        const auto tensor = [](const char* type, const char* shape, const char* offsets) {
            return QStringLiteral(R"({"a":{"dtype":"%1","shape":%2,"data_offsets":%3}})")
                .arg(QLatin1String(type), QLatin1String(shape), QLatin1String(offsets));
        };
        const QString four = QStringLiteral("1234");
        QTest::newRow("good") << tensor("F32", "[1]", "[0,4]") << four << true;
        QTest::newRow("scalar") << tensor("F32", "[]", "[0,4]") << four << true;
        QTest::newRow("no tensor") << QStringLiteral("{}") << QString() << true;
        QTest::newRow("no JSON") << QStringLiteral("{\"a\":") << four << false;
        QTest::newRow("an array") << QStringLiteral("[1, 2, 3]") << QString() << false;
        QTest::newRow("unknown type") << tensor("F8", "[4]", "[0,4]") << four << false;
        QTest::newRow("size differs") << tensor("F32", "[2]", "[0,4]") << four << false;
        QTest::newRow("outside") << tensor("F32", "[2]", "[0,8]") << four << false;
        QTest::newRow("backwards") << tensor("F32", "[1]", "[4,0]") << four << false;
        QTest::newRow("negative") << tensor("F32", "[-1]", "[0,4]") << four << false;
        QTest::newRow("fraction") << tensor("F32", "[1.0]", "[0,4]") << four << false;
        QTest::newRow("overflow") << tensor("F32", "[4294967296,4294967296,1]", "[0,0]")
                                  << QString() << false;
        QTest::newRow("overflow by type")
            << tensor("F32", "[4611686018427387904]", "[0,0]") << QString() << false;
        QTest::newRow("9 dimensions")
            << tensor("U8", "[1,1,1,1,1,1,1,1,4]", "[0,4]") << four << false;
        QTest::newRow("gap at the end") << tensor("U8", "[3]", "[0,3]") << four << false;
        QTest::newRow("gap at the start") << tensor("U8", "[3]", "[1,4]") << four << false;
        QTest::newRow("overlap") << QStringLiteral(
            R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},)"
            R"("b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}})")
                                 << four << false;
        QTest::newRow("metadata not text")
            << QStringLiteral(R"({"__metadata__":{"k":1}})") << QString() << false;
        QTest::newRow("metadata no object")
            << QStringLiteral(R"({"__metadata__":["k"]})") << QString() << false;
        QTest::newRow("deep") << QStringLiteral("{\"a\":") + QString(100000, u'[') << QString()
                              << false;
    }
    void refusesHostileHeaders()
    {
        QFETCH(const QString, header);
        QFETCH(const QString, data);
        QFETCH(const bool, isGood);
        const QTemporaryDir folder;
        const auto result =
            openSafetensors(written(folder, header.toStdString(), data.toStdString()));
        QCOMPARE(result.has_value(), isGood);
        if (!result) {
            QVERIFY(result.error().code == ErrorCode::ModelDamaged);
            QVERIFY(!result.error().detail.empty());
        }
    }

    void refusesEveryCutOfAGoodFile()
    {
        const QTemporaryDir folder;
        const auto path =
            written(folder, R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "1234");
        const QByteArray all = contentOf(path);
        for (int length = 0; length < all.size(); ++length) {
            const std::string part = all.left(length).toStdString();
            QVERIFY(writeDurably(path, bytesOfText(part), IfExists::Replace));
            QVERIFY(!openSafetensors(path));
        }
        QVERIFY(openSafetensors(in(folder, "none")).error().code == ErrorCode::NotFound);
    }

    void refusesAHeaderOverTheLimit()
    {
        const QTemporaryDir folder;
        const auto path = written(folder, "{}" + std::string(2000, ' '), "");
        QVERIFY(openSafetensors(path));
        QVERIFY(!openSafetensors(path, 1000));
    }

    void readsCardsAndListsTheFirstOfEachName()
    {
        const QTemporaryDir first;
        const QTemporaryDir second;
        const auto write = [](const std::filesystem::path& path, const char* title) {
            const std::string card =
                QStringLiteral(R"({"title":"%1","channels":1,"trainedSize":128,"classes":["lung"],)"
                               R"("validationDice":0.95,"researchOnly":true})")
                    .arg(QLatin1String(title))
                    .toStdString();
            return writeSafetensors(path, {}, {{"limn.format", "1"}, {"limn.card", card}},
                                    IfExists::Refuse)
                .has_value();
        };
        QVERIFY(write(in(first, "lungs.safetensors"), "one"));
        QVERIFY(write(in(second, "lungs.safetensors"), "two"));
        QVERIFY(write(in(second, "brain.safetensors"), "three"));
        QVERIFY(
            writeDurably(in(first, "bad.safetensors"), bytesOfText("nonsense"), IfExists::Refuse));
        const auto models = modelsIn({in(first, ""), in(second, ""), in(first, "missing")});
        QCOMPARE(models.size(), std::size_t{2});
        QCOMPARE(models[0].name, std::string("brain"));
        QCOMPARE(models[1].title, std::string("one"));
        QCOMPARE(models[1].validationDice, 0.95);
        QVERIFY(models[1].isResearchOnly);
        QCOMPARE(models[1].sha256, sha256OfFile(in(first, "lungs.safetensors")).value());
    }

    void readsWhatAModelNeeds()
    {
        const QTemporaryDir folder;
        const auto path = in(folder, "m.safetensors");
        const auto cardWith = [&path](const char* fields, const char* config) {
            const std::string card = std::string(R"({"trainedSize":64,"classes":["a"],)") + fields;
            const auto done = writeSafetensors(path, {},
                                               {{"limn.format", "1"},
                                                {"limn.card", card + "}"},
                                                {"limn.config", config}},
                                               IfExists::Replace);
            return done ? readModelCard(path) : std::unexpected(done.error());
        };
        const auto stacks = cardWith(R"("channels":3,"input":"neighbours","spacingMm":1.5)",
                                     R"({"kind":"control","evidence":true})");
        QVERIFY(stacks);
        QVERIFY(stacks->input == InputKind::Neighbours);
        QCOMPARE(stacks->spacingMm, 1.5);
        QCOMPARE(stacks->kind, std::string("control"));
        QVERIFY(!stacks->hasEvidence); // one pass: nothing to correct
        const auto colour = cardWith(R"("channels":3)", R"({"evidence":true})");
        QVERIFY(colour);
        QVERIFY(colour->input == InputKind::Colour);
        QVERIFY(colour->hasEvidence);
        QCOMPARE(colour->kind, std::string("dssm"));
        for (const char* const bad : {R"("channels":1,"input":"neighbours")",
                                      R"("channels":3,"input":"sound")",
                                      R"("channels":1,"spacingMm":-1)"})
            QVERIFY(cardWith(bad, "{}").error().code == ErrorCode::ModelDamaged);
    }

    void refusesACardWithoutItsFields()
    {
        const QTemporaryDir folder;
        const auto codeFor = [&folder](const char* card) {
            const auto path = in(folder, "m.safetensors");
            const auto done = writeSafetensors(
                path, {}, {{"limn.format", "1"}, {"limn.card", card}}, IfExists::Replace);
            const auto read = readModelCard(path);
            return done && !read ? read.error().code : ErrorCode::Internal;
        };
        QVERIFY(codeFor("{") == ErrorCode::ModelDamaged);
        QVERIFY(codeFor("[]") == ErrorCode::ModelDamaged);
        QVERIFY(codeFor(R"({"channels":1,"trainedSize":128})") == ErrorCode::ModelDamaged);
        QVERIFY(codeFor(R"({"channels":2,"trainedSize":128,"classes":["a"]})")
                == ErrorCode::ModelDamaged);
        QVERIFY(codeFor(R"({"channels":1,"trainedSize":100,"classes":["a"]})")
                == ErrorCode::ModelDamaged);
        QVERIFY(codeFor(R"({"channels":1,"trainedSize":128,"classes":"a"})")
                == ErrorCode::ModelDamaged);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
