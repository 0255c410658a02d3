// Compares the open image's mask with a mask file or with another person's work file.
#pragma once

#include "app/evaluation.h"
#include "app/file_thread.h"
#include "app/keeping.h"
#include "io/import_client.h"
#include "ui/session/session.h"
#include "ui/view/comparison.h"

#include <QObject>
#include <QPointer>

namespace limn {

class CompareDialog;
class MainWindow;

// What two masks of one size have in common. `names`: for the labels. Errors: BadData (sizes,
// places), with `other` as their subject.
Result<Comparison> comparisonOf(const LabelPicture& ours, LabelPicture theirs,
                                const LabelTable& names, const std::string& other);

class Comparing : public QObject {
    Q_OBJECT

public:
    // Connects itself with the window.
    Comparing(Session& session, FileThread& files, ImportClient& client, Keeping& keeping,
              MainWindow& window, QObject* parent = nullptr);

    void open();
    void compare(const QString& file);

private:
    Session& m_session;
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping; // knows the image's path in a work file
    MainWindow& m_window;
    QPointer<CompareDialog> m_dialog;
};

} // namespace limn
