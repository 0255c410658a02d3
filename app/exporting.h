// Writes masks: of the shown image from the session, of others from what is kept, one after the
// other on the file thread.
#pragma once

#include "app/file_thread.h"
#include "app/keeping.h"
#include "io/import_client.h"
#include "io/masks/write_masks.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"
#include "ui/view/export_choice.h"

#include <QObject>

#include <functional>
#include <stop_token>

namespace limn {

class Exporting : public QObject {
    Q_OBJECT

public:
    Exporting(Session& session, WorkList& workList, FileThread& files, ImportClient& client,
              Keeping& keeping, QObject* parent = nullptr);

    void begin(const ExportChoice& choice);
    void cancel(); // what was written of finished images stays

Q_SIGNALS:
    void progress(int done, int total);
    void ended(int images, int files, const QString& folder);
    void cancelled(int images);
    void failed(const limn::Error& error);
    // Of some images these files are there already, so nothing was written of them; begin() with
    // isReplacing writes them, and only them.
    void wouldOverwrite(const QStringList& files, const limn::ExportChoice& choice);

private:
    void next();
    void exportKept(int index);
    // The labels are composed on the file thread.
    void write(std::move_only_function<MaskExport()> make);
    void imageDone(const Result<std::vector<std::filesystem::path>>& written);
    void skip(const Error& error);
    void askLater(const QStringList& existing);
    void finish();
    // Once the files of the whole folder (datasets.h) are made.
    void endWith(std::function<void()> tell);
    void tellLeftOut();

    Session& m_session;
    WorkList& m_workList;
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping;
    ExportChoice m_choice;
    std::vector<MaskFormat> m_formats;
    std::vector<int> m_images; // of the work list, to do
    std::vector<int> m_refused; // of m_images: what they would write is there already
    QStringList m_existing; // those files
    std::vector<Error> m_failures; // of images that could not be opened again
    std::vector<Error> m_leftOut; // of images for which a format was left out, the others written
    std::size_t m_done = 0;
    int m_fileCount = 0;
    int m_imageCount = 0; // of which a file was written
    bool m_isExporting = false;
    std::stop_source m_stop;
};

} // namespace limn
