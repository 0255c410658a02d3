// The window's program: owns the rooms' objects and connects them. What is between two rooms is in
// Opening, Keeping, Running and Exporting.
#pragma once

#include "app/comparing.h"
#include "app/concluding.h"
#include "app/exporting.h"
#include "app/figuring.h"
#include "app/file_thread.h"
#include "app/importing.h"
#include "app/keeping.h"
#include "app/labelling.h"
#include "app/measuring.h"
#include "app/opening.h"
#include "app/paths.h"
#include "app/releasing.h"
#include "app/run_ahead.h"
#include "app/running.h"
#include "app/samples.h"
#include "app/tagging.h"
#include "io/import_client.h"
#include "ui/session/segmenter_thread.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"
#include "ui/view/main_window.h"

#include <QObject>

#include <vector>

namespace limn {

class Program : public QObject {
    Q_OBJECT

public:
    // `importer`: the program that decodes files.
    explicit Program(ModuleOpener opener, const std::filesystem::path& importer = importProgram());
    ~Program() override;

    // Shows the window; `path`, if not empty, is opened.
    void start(const std::filesystem::path& path);
    MainWindow& window() { return m_window; }
    Session& session() { return m_session; }
    WorkList& workList() { return m_workList; }
    void openPath(const std::filesystem::path& path) { m_opening.openPath(path); }
    bool isFollowing() const { return m_keeping.image().has_value(); } // what is done is kept
    bool isAhead(const std::filesystem::path& path) const { return m_opening.isAhead(path); }
    bool isRunning() const { return m_segmenter.isRunning(); }
    bool isSaved() const { return m_keeping.isSaved(); } // all of it is on disk

private:
    void connectOpening();
    void connectKeeping();
    void connectRunning();
    void connectExporting();
    void connectImporting();
    void connectRunAhead();
    void connectMeasuring();
    void connectLabelling();
    void loadModels();
    void loadSamples();
    void openSample(int index);
    void apply(const Preferences& preferences);
    void noteRecent(const QString& path);
    void showFacts();
    void keepElsewhere();
    void showNotice(const WorkNotice& notice);
    void showError(const Error& error, Severity severity);
    void saveBeforeExit();

    Session m_session;
    WorkList m_workList;
    SegmenterThread m_segmenter;
    FileThread m_files;
    ImportClient m_import;
    Keeping m_keeping;
    Opening m_opening;
    Running m_running;
    Exporting m_exporting;
    Importing m_importing;
    MainWindow m_window;
    Figuring m_figuring;
    Concluding m_concluding;
    RunAhead m_runAhead;
    Measuring m_measuring;
    Comparing m_comparing;
    Releasing m_releasing;
    Tagging m_tagging;
    Labelling m_labelling;
    std::vector<SampleFile> m_samples;
    bool m_runsWhenOpened = false; // a run was asked for while the image was being opened
};

} // namespace limn
