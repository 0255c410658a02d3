// Data sets from the window: the dialog, and the making, an image at a time on the file thread.
#pragma once

#include "app/file_thread.h"
#include "app/keeping.h"
#include "app/opening.h"
#include "app/release/release.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"
#include "ui/view/release_choice.h"

#include <QObject>

#include <stop_token>

namespace limn {

class MainWindow;

class Releasing : public QObject {
    Q_OBJECT

public:
    // Connects itself with the window. `client` is used on the file thread alone.
    Releasing(const Opening& opening, Session& session, WorkList& workList, FileThread& files,
              ImportClient& client, Keeping& keeping, MainWindow& window,
              QObject* parent = nullptr);

    void open(); // the dialog
    void begin(const ReleaseChoice& choice);
    void cancel(); // finished images stay, and the same choice goes on

private:
    using ReleasePtr = std::shared_ptr<Release>;

    ReleaseOffer offer() const;
    void afterKeeping(ReleaseOrder order);
    void start(ReleaseOrder order);
    void next(ReleasePtr release, int number, const std::stop_source& stop);
    template <typename Tell> void tell(int number, Tell tell); // on the window's thread
    void ended(const ReleaseSummary& summary);
    void failed(const Error& error);
    void leave();

    const Opening& m_opening;
    Session& m_session;
    WorkList& m_workList;
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping;
    MainWindow& m_window;
    std::stop_source m_stop;
    QString m_folder;
    int m_number = 0; // of the data set; what an earlier one still tells is dropped
    bool m_isMaking = false;
};

} // namespace limn
