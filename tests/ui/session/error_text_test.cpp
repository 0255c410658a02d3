#include "ui/session/error_text.h"

#include <QSet>
#include <QTest>

namespace limn {

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentenceWithTheSubjectInIt()
    {
        QSet<QString> sentences;
        const int count = static_cast<int>(ErrorCode::Internal) + 1;
        for (int code = 0; code < count; ++code) {
            const QString text =
                errorText({static_cast<ErrorCode>(code), "knee 7.dcm", "library words"});
            QVERIFY2(text.contains("knee 7.dcm"), qPrintable(QString::number(code)));
            QVERIFY(text.endsWith('.'));
            QVERIFY2(!text.contains("library words"), "the library's words belong into the log");
            sentences.insert(text);
        }
        QCOMPARE(static_cast<int>(sentences.size()), count);
    }

    void aSubjectThatLooksLikeAPlaceholderStaysAsItIs()
    {
        QVERIFY(errorText({ErrorCode::Damaged, "50%1 %2.png", {}}).contains("50%1 %2.png"));
    }

    void withoutASubjectTheSentenceIsStillOne()
    {
        const QString text = errorText({ErrorCode::ChannelsMismatch, {}, {}});
        QVERIFY(text.startsWith("This picture "));
        QVERIFY(!text.contains("%1"));
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::ErrorTextTest)
#include "error_text_test.moc"
