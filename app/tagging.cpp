#include "app/tagging.h"

#include "ui/session/error_text.h"
#include "ui/view/main_window.h"
#include "ui/view/tag_dialog.h"

#include <algorithm>

namespace limn {

Tagging::Tagging(Session& session, FileThread& files, ImportClient& client, MainWindow& window,
                 QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_files(files)
    , m_client(client)
    , m_window(window)
{
    connect(&window, &MainWindow::tagsAsked, this, &Tagging::open);
    connect(&session, &Session::opened, this, &Tagging::read);
    connect(&session, &Session::sliceChanged, this, &Tagging::read);
}

void Tagging::open()
{
    if (!m_dialog) {
        m_dialog = new TagDialog(&m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_shown.clear();
    read();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Tagging::read()
{
    if (!m_dialog)
        return;
    if (!m_session.isOpen()) {
        ++m_number;
        m_shown.clear();
        m_dialog->setProblem(tr("Open an image first."));
        return;
    }
    const std::filesystem::path file =
        m_session.volume()->source.at(std::max(0, m_session.currentSlice())).file;
    if (file == m_shown)
        return;
    const int number = ++m_number;
    m_shown = file;
    m_dialog->setWaiting();
    m_files.post(FileThread::Turn::Now, [this, file, number](std::stop_token stop) {
        auto tags = tagsOf(m_client, file, std::move(stop));
        QMetaObject::invokeMethod(this, [this, number, tags = std::move(tags)] {
            if (number != m_number || !m_dialog)
                return;
            if (tags)
                m_dialog->setTags(*tags);
            else
                m_dialog->setProblem(tags.error().code == ErrorCode::NotDicom
                                         ? tr("This file is no DICOM file, so it has no tags.")
                                         : errorText(tags.error()));
        });
    });
}

} // namespace limn
