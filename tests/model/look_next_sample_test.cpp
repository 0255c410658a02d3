// Places and spread of a real model on a picture that comes with the program.
#include "model/data/compose.h"
#include "model/data/look_next.h"
#include "model/data/object_spread.h"
#include "tests/model/segmenter_runs.h"

using namespace limn;

class LookNextSampleTest : public QObject {
    Q_OBJECT

    StepPtr m_step;
    std::vector<Label> m_labels, m_nobody;

private Q_SLOTS:
    void initTestCase()
    {
        const auto model = lungsModel();
        QVERIFY(model);
        const auto steps =
            stepsOf(*model, {.slice = chest(), .kernel = Kernel::Ancestral, .chains = 4});
        QVERIFY(!steps.empty());
        m_step = steps.back();
        const Size size = m_step->posterior.size;
        m_labels.resize(size.area());
        m_nobody.assign(size.area(), untouched);
        composeInto(m_labels, m_nobody, m_step->posterior, 0.5, size, wholeOf(size));
    }

    void thePlacesLieAlongTheContour()
    {
        const Size size = m_step->posterior.size;
        const LookNext look = lookNext(m_step->posterior, m_step.get(), m_labels, m_nobody);
        QVERIFY2(look.places.size() >= 5 && look.places.size() <= 60,
                 qPrintable(QString::number(look.places.size())));
        QVERIFY(look.doubt > 0.02 && look.doubt < 0.9);
        for (std::size_t i = 0; i < 5; ++i) { // with both labels in it
            const Rect box = look.places[i].box;
            std::size_t foregroundCount = 0;
            for (int y = box.y; y < box.y + box.height; ++y)
                for (int x = box.x; x < box.x + box.width; ++x)
                    foregroundCount +=
                        m_labels[Size{size.width, y}.area() + static_cast<std::size_t>(x)];
            QVERIFY(foregroundCount > 0 && foregroundCount < box.area());
            QVERIFY(look.places[i].doubt >= doubtFloor);
        }
    }

    void bothLungsHaveASpread()
    {
        const auto objects = objectSpread(m_labels, m_step->posterior.size, *m_step->spread);
        QVERIFY(objects.size() >= 2);
        for (std::size_t i = 0; i < 2; ++i) {
            const ObjectSpread& lung = objects[i];
            QVERIFY(lung.area > 10000);
            QVERIFY(std::abs(lung.meanArea - lung.area) < 0.05 * lung.area);
            QVERIFY(lung.deviation < 0.05 * lung.area);
            QVERIFY(lung.dice > 0.95 && lung.dice <= 1);
        }
    }
};

QTEST_GUILESS_MAIN(LookNextSampleTest)
#include "look_next_sample_test.moc"
