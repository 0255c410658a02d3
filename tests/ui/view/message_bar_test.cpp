#include "ui/view/message_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace limn;

class MessageBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNothingUntilSomethingIsSaid();
    void actsAndCloses();
    void keepsTheGravestInFront();
    void saysTheSameSentenceOnce();
    void showsDetailsOnDemand();
};

namespace {

template <typename T> T* named(QWidget& root, const QString& name)
{
    for (auto* child : root.findChildren<T*>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

} // namespace

void MessageBarTest::showsNothingUntilSomethingIsSaid()
{
    const MessageBar bar;
    QVERIFY(bar.isHidden());
    QVERIFY(!bar.current());
}

void MessageBarTest::actsAndCloses()
{
    MessageBar bar;
    int acted = 0;
    bar.show({Severity::Problem,
              QStringLiteral("The disk is full."),
              {},
              QStringLiteral("Try again"),
              [&acted] { ++acted; }});
    QVERIFY(!bar.isHidden());
    auto* action = named<QPushButton>(bar, QStringLiteral("Try again"));
    QVERIFY(action);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(acted, 1);
    QVERIFY(bar.isHidden());
}

void MessageBarTest::keepsTheGravestInFront()
{
    MessageBar bar;
    bar.show({Severity::Problem, QStringLiteral("A file is damaged.")});
    bar.show({Severity::Note, QStringLiteral("12 images were read.")});
    QCOMPARE(bar.current()->sentence, QStringLiteral("A file is damaged."));
    QTest::mouseClick(named<QToolButton>(bar, QStringLiteral("Close the message")), Qt::LeftButton);
    QCOMPARE(bar.current()->sentence, QStringLiteral("12 images were read."));
    bar.show({Severity::Note, QStringLiteral("Saved elsewhere.")});
    QCOMPARE(bar.current()->sentence, QStringLiteral("Saved elsewhere."));
}

void MessageBarTest::saysTheSameSentenceOnce()
{
    MessageBar bar;
    for (int i = 0; i < 3; ++i)
        bar.show({Severity::Warning, QStringLiteral("Not saved.")});
    bar.closeCurrent();
    QVERIFY(!bar.current());
}

void MessageBarTest::showsDetailsOnDemand()
{
    MessageBar bar;
    bar.show(
        {Severity::Problem, QStringLiteral("It does not open."), QStringLiteral("<b>errno 5</b>")});
    auto* details = named<QToolButton>(bar, QStringLiteral("Details"));
    QVERIFY(details && !details->isHidden());
    const auto shown = [&bar] {
        const auto labels = bar.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text() == QLatin1String("<b>errno 5</b>")
                && label->textFormat() == Qt::PlainText && !label->isHidden();
        });
    };
    QVERIFY(!shown());
    QTest::mouseClick(details, Qt::LeftButton);
    QVERIFY(shown());
}

QTEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
