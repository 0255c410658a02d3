// The tags of the shown image's file, read when they are asked for and again when another is shown.
#pragma once

#include "app/file_thread.h"
#include "io/import_copies.h"
#include "ui/session/session.h"

#include <QObject>
#include <QPointer>

namespace limn {

class MainWindow;
class TagDialog;

class Tagging : public QObject {
    Q_OBJECT

public:
    // Connects itself with the window. `client` is used on the file thread alone.
    Tagging(Session& session, FileThread& files, ImportClient& client, MainWindow& window,
            QObject* parent = nullptr);

    void open(); // the dialog

private:
    void read();

    Session& m_session;
    FileThread& m_files;
    ImportClient& m_client;
    MainWindow& m_window;
    QPointer<TagDialog> m_dialog;
    std::filesystem::path m_shown;
    int m_number = 0; // of the latest request; answers to earlier ones are dropped
};

} // namespace limn
