// Label tables of other programs, read and written on the file thread, and the coded meanings that
// labels may have.
#pragma once

#include "app/file_thread.h"
#include "model/data/error.h"
#include "ui/session/session.h"
#include "ui/view/label_panel.h"

#include <QObject>

namespace limn {

class Labelling : public QObject {
    Q_OBJECT

public:
    Labelling(Session& session, FileThread& files, LabelPanel& panel);

    void importTable(const QString& path);
    void exportTable(const QString& path, LabelFile kind);

Q_SIGNALS:
    void failed(const limn::Error& error);
    void imported(int labels);
    void exported(const QString& path);

private:
    Session& m_session;
    FileThread& m_files;
};

} // namespace limn
