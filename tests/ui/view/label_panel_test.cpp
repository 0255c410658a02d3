// The labels' panel: order, opacity, meaning, merging and deleting as a person does them.
#include "tests/support/fake_segmenter.h"
#include "ui/view/label_panel.h"
#include "ui/view/label_row.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

namespace limn {
namespace {

struct PanelBench {
    PanelBench()
    {
        session.open(fakeVolume({40, 30}), std::nullopt);
        session.setLabelTable(tableOf({"one", "two", "three"}));
        session.apply("Brush", {LabelEdit(0, {5, 5, 10, 10}, std::vector<Label>(100, 2))});
        session.undoStack().clear();
        panel.setMeanings({{"kidney", "SNOMED CT 64033007"}, {"liver", "SNOMED CT 10200004"}});
        panel.resize(260, 300);
        panel.show();
    }

    LabelCard& open(Label label)
    {
        for (LabelRowWidget* row : panel.findChildren<LabelRowWidget*>())
            if (row->row().label == label)
                Q_EMIT row->cardRequested(label);
        return *panel.findChild<LabelCard*>();
    }

    QPushButton* button(const QString& name)
    {
        for (QPushButton* each : panel.findChildren<QPushButton*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }

    Session session;
    LabelPanel panel{session};
};

} // namespace

class LabelPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsMoveByAltAndArrows()
    {
        PanelBench bench;
        auto* row = bench.panel.findChildren<LabelRowWidget*>().front();
        QTest::keyClick(row, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(bench.session.labelTable().rows[1].name, std::string("one"));
        QCOMPARE(bench.session.undoStack().count(), 1);
        bench.session.undoStack().undo();
        QCOMPARE(bench.session.labelTable().rows[0].name, std::string("one"));
    }

    void opacityIsOneUndoStepADrag()
    {
        PanelBench bench;
        auto* slider = bench.open(2).findChild<QSlider*>();
        slider->setSliderDown(true);
        for (const int percent : {90, 70, 40})
            slider->setValue(percent);
        slider->setSliderDown(false);
        QCOMPARE(bench.session.labelTable().find(2)->opacity, 0.4);
        QCOMPARE(bench.session.undoStack().count(), 1);
    }

    void meaningIsFoundBySearching()
    {
        PanelBench bench;
        LabelCard& card = bench.open(2);
        auto* search = card.findChild<QLineEdit*>();
        QTest::keyClicks(search, "liv");
        auto* list = card.findChild<QListWidget*>();
        QCOMPARE(list->count(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.session.labelTable().find(2)->meaning, std::string("liver"));
    }

    void labelsInUseAreMergedAndDeleted()
    {
        PanelBench bench;
        bench.open(2);
        bench.button(QStringLiteral("Merge the label"))->click();
        QVERIFY(!bench.session.labelTable().find(2));
        QCOMPARE(bench.session.labels().at(0, 8, 8), Label{1});
        bench.session.undoStack().undo();
        QCOMPARE(bench.session.labels().at(0, 8, 8), Label{2});
        bench.open(2);
        bench.button(QStringLiteral("Delete the label"))->click();
        QCOMPARE(bench.session.labels().at(0, 8, 8), background);
    }

    void whatMayNotBeDoneSaysWhy()
    {
        PanelBench bench;
        LabelTable table = bench.session.labelTable();
        table.rows[1].isLocked = true;
        bench.session.setLabelTable(table);
        bench.open(2);
        const QPushButton* merge = bench.button(QStringLiteral("Merge the label"));
        const QPushButton* remove = bench.button(QStringLiteral("Delete the label"));
        QVERIFY(!merge->isEnabled() && merge->toolTip().contains("locked"));
        QVERIFY(!remove->isEnabled() && remove->toolTip().contains("locked"));
    }

    void pointingAtARowIsTold()
    {
        PanelBench bench;
        QSignalSpy pointed(&bench.panel, &LabelPanel::pointedAt);
        auto* row = bench.panel.findChildren<LabelRowWidget*>()[1];
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QApplication::sendEvent(row, &enter);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(row, &leave);
        QCOMPARE(pointed.size(), 2);
        QCOMPARE(pointed[0][0].value<Label>(), Label{2});
        QCOMPARE(pointed[1][0].value<Label>(), background);
    }
};

} // namespace limn

QTEST_MAIN(limn::LabelPanelTest)
#include "label_panel_test.moc"
