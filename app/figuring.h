// Figures and animations from the window: its dialog, its preview, the writing on the file thread.
#pragma once

#include "app/file_thread.h"
#include "ui/figure/figure_input.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"
#include "ui/view/figure_choice.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace limn {

class FigureDialog;
class MainWindow;

class Figuring : public QObject {
    Q_OBJECT

public:
    // Connects itself with the window.
    Figuring(Session& session, WorkList& workList, FileThread& files, MainWindow& window,
             QObject* parent = nullptr);

    void open(FigureKind kind); // the dialog, on what is open
    void cancel(); // what is being written

private:
    FigureOffer offer() const;
    void preview(const FigureChoice& choice, QSize pixels);
    void write(const FigureChoice& choice);
    void ended(const FigureChoice& choice, const Error* error);

    WorkList& m_workList;
    Session& m_session;
    FileThread& m_files;
    MainWindow& m_window;
    std::shared_ptr<const FigureInput> m_input; // of the dialog opened last
    std::string m_stem;
    QPointer<FigureDialog> m_dialog;
    std::stop_source m_previewStop; // of the one that was asked for last
    std::stop_source m_stop;
    bool m_isWriting = false;
};

} // namespace limn
