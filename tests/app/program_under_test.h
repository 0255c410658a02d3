// The whole program in a test, with real files and the real import child; the model is the fake.
#pragma once

#include "app/program.h"
#include "tests/support/fake_model_file.h"
#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"

#include <QAction>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <memory>

namespace limn {

class ProgramUnderTest {
protected:
    static constexpr int patience = 30000; // ms; a loaded machine is slow

    static std::filesystem::path importer()
    {
        return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
            / "../bin/limn-import";
    }

    // The program before it, if there is one, is closed as a person does: all is written then.
    void start(const QString& path, const FakeOptions& options = {})
    {
        end();
        m_program = std::make_unique<Program>(fakeOpener(options), importer());
        m_program->start(path.toStdString());
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isFollowing(), patience);
    }
    void end()
    {
        if (m_program)
            m_program->window().close();
        m_program.reset();
    }

    Session& session() const { return m_program->session(); }
    const WorkItem& item(int index) const
    {
        return m_program->workList().items()[static_cast<std::size_t>(index)];
    }
    bool isOpen(int index) const // shown, and not only chosen
    {
        return m_program->isFollowing()
            && session().volume()->source.files.front() == item(index).path;
    }
    void open(int index)
    {
        m_program->workList().setCurrent(index);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(index), patience);
    }

    QAction* action(const QString& text) const
    {
        const auto actions = m_program->window().allActions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }
    // Once it can be done: the models may still be read.
    void trigger(const QString& text) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(action(text)->isEnabled(), patience);
        action(text)->trigger();
    }
    void run() const
    {
        trigger(QStringLiteral("Run"));
        QTRY_COMPARE_WITH_TIMEOUT(session().baseStepIndex(), 3, patience);
    }
    void press(Qt::Key key) const { QTest::keyClick(&m_program->window(), key); }

    bool says(const QString& words) const // anywhere in the window
    {
        const auto labels = m_program->window().findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&words](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    QTemporaryDir m_home; // its settings and data: useHome(m_home.path())
    std::unique_ptr<Program> m_program;
};

} // namespace limn
