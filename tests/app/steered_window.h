// The window with the fake model and the program's own running of it, for tests of re-runs.
#pragma once

#include "app/running.h"
#include "model/evidence_text.h"
#include "tests/support/fake_evidence.h"
#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"
#include "ui/session/rerun.h"
#include "ui/view/agreement_slider.h"
#include "ui/view/main_window.h"
#include "ui/view/steering_bar.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QtTest>

namespace limn {

class SteeredWindow {
protected:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void waitForTheRun() { QTRY_VERIFY(!m_segmenter->isRunning()); }
    const ProbabilityMap& map() const { return m_session->baseMap(); }

    void separateSettings()
    {
        useSettingsIn(m_folder.path());
    }

    void start(const FakeOptions& options)
    {
        QSettings().clear();
        QSettings().setValue(QStringLiteral("work/visitFirst"), false);
        m_options = options;
        m_options.log = std::make_shared<FakeLog>();
        m_options.waitsAtGate = true;
        m_options.log->gate.letThrough(1000);
        m_session = std::make_unique<Session>();
        m_segmenter = std::make_unique<SegmenterThread>(fakeOpener(m_options));
        m_work = std::make_unique<WorkList>();
        m_window = std::make_unique<MainWindow>(*m_session, *m_segmenter, *m_work);
        m_running = std::make_unique<Running>(*m_session, *m_segmenter);
        m_running->setModels({fakeCard(m_options)});
        m_window->setModels({fakeCard(m_options)});
        QObject::connect(m_window.get(), &MainWindow::runRequested, m_running.get(), &Running::run);
        QObject::connect(m_window.get(), &MainWindow::rerunRequested, m_running.get(),
                         &Running::rerun);
        QObject::connect(m_window.get(), &MainWindow::stopRequested, m_running.get(),
                         &Running::stop);
        QSignalSpy devices(m_segmenter.get(), &SegmenterThread::devicesReady);
        m_segmenter->start();
        QVERIFY(devices.wait());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(m_session->open(fakeVolume(size), std::nullopt));
    }

    void stop()
    {
        m_running.reset();
        m_window.reset();
        m_work.reset();
        m_segmenter.reset();
        m_session.reset();
    }

    QAction* action(const QString& text) const
    {
        for (auto* action : m_window->allActions())
            if (action->text() == text)
                return action;
        return nullptr;
    }

    void run()
    {
        key(Qt::Key_R);
        waitForTheRun();
        QCOMPARE(m_session->steps().size(), std::size_t{3});
    }

    void rerun()
    {
        key(Qt::Key_R, Qt::ShiftModifier);
        QVERIFY(m_segmenter->isRunning());
        waitForTheRun();
        QVERIFY(m_session->hasCandidate());
    }

    void stroke(Rect box, Label label)
    {
        m_session->apply(QStringLiteral("Brush"),
                         {LabelEdit(0, box, std::vector<Label>(box.area(), label))});
    }

    std::vector<Label> mask() const
    {
        const auto labels = m_session->labels().slice(0);
        return {labels.begin(), labels.end()};
    }

    QString said() const
    {
        const auto* bar = m_window->findChild<SteeringBar*>();
        if (!bar->isVisible())
            return {};
        for (const auto* label : bar->findChildren<QLabel*>())
            if (!label->text().isEmpty())
                return label->text();
        return {};
    }

    QWidget* canvas() const
    {
        for (auto* widget : m_window->findChildren<QWidget*>())
            if (widget->accessibleName() == QStringLiteral("Image"))
                return widget;
        return nullptr;
    }

    static constexpr Size size{64, 48};
    QTemporaryDir m_folder;
    FakeOptions m_options;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SegmenterThread> m_segmenter;
    std::unique_ptr<WorkList> m_work;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Running> m_running;
};

} // namespace limn
