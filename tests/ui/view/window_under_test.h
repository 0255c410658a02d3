// The window with a fake model and what the program connects to it, for tests of what a person
// does.
#pragma once

#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"
#include "ui/view/main_window.h"
#include "ui/view/step_thumbnail.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <vector>

namespace limn {

class WindowUnderTest {
protected:
    void separateSettings()
    {
        useSettingsIn(m_folder.path());
    }

    void makeWindow()
    {
        QSettings().clear();
        m_options = {};
        m_options.waitsAtGate = true;
        m_options.log->gate.letThrough(1000);
        m_session = std::make_unique<Session>();
        m_segmenter = std::make_unique<SegmenterThread>(fakeOpener(m_options));
        m_work = std::make_unique<WorkList>();
        m_window = std::make_unique<MainWindow>(*m_session, *m_segmenter, *m_work);
        m_window->setModels({fakeCard(m_options)});
        QSignalSpy devices(m_segmenter.get(), &SegmenterThread::devicesReady);
        m_segmenter->start();
        QVERIFY(devices.wait());

        // what app does
        QObject::connect(m_window.get(), &MainWindow::runRequested, m_window.get(),
                         [this](const RunChoice& choice) {
                             RunFacts facts;
                             facts.steps = choice.steps;
                             m_session->beginRun(0, facts, m_options.classes);
                             SegmentRequest request;
                             request.slice = m_session->volume()->slices[0];
                             request.steps = choice.steps;
                             request.kernel = choice.kernel;
                             request.seed = choice.seed;
                             request.chains = choice.chains;
                             request.labelSampling = choice.labelSampling;
                             request.hasEarlyStop = choice.hasEarlyStop;
                             request.priorRatio = choice.priorRatio;
                             m_segmenter->run(fakeCard(m_options), choice.device, request);
                         });
        QObject::connect(m_window.get(), &MainWindow::stopRequested, m_segmenter.get(),
                         &SegmenterThread::stop);
        QObject::connect(m_segmenter.get(), &SegmenterThread::stepReady, m_session.get(),
                         [this](const StepPtr& step) { m_session->addStep(0, step); });
        QObject::connect(m_segmenter.get(), &SegmenterThread::runEnded, m_session.get(),
                         [this] { m_session->endRun(0); });
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void destroyWindow()
    {
        m_window.reset();
        m_work.reset();
        m_segmenter.reset();
        m_session.reset();
    }

    void openImage(VolumePtr volume) { QVERIFY(m_session->open(std::move(volume), std::nullopt)); }

    void run()
    {
        QSignalSpy ended(m_segmenter.get(), &SegmenterThread::runEnded);
        auto* button = control(QStringLiteral("Run"));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(ended.wait());
    }

    QWidget* control(const QString& name) const
    {
        for (auto* widget : m_window->findChildren<QWidget*>()) {
            if (widget->accessibleName() == name && !widget->isHidden())
                return widget;
        }
        return nullptr;
    }

    std::vector<StepThumbnail*> thumbnails() const
    {
        std::vector<StepThumbnail*> found;
        for (auto* thumbnail : m_window->findChildren<StepThumbnail*>()) {
            if (!thumbnail->isHidden() && thumbnail->step() > 0)
                found.push_back(thumbnail);
        }
        return found;
    }

    QTemporaryDir m_folder;
    FakeOptions m_options;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SegmenterThread> m_segmenter;
    std::unique_ptr<WorkList> m_work;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace limn
