// The statistics table: every image that was begun or accepted, one after the other, from what is
// kept of it.
#pragma once

#include "app/file_thread.h"
#include "app/keeping.h"
#include "app/label_statistics.h"
#include "io/import_client.h"
#include "ui/session/work_list.h"

#include <QObject>

#include <stop_token>

namespace limn {

class Measuring : public QObject {
    Q_OBJECT

public:
    Measuring(WorkList& workList, FileThread& files, ImportClient& client,
              Keeping& keeping, QObject* parent = nullptr);

    void begin(const QString& file); // .csv, replaced where it is there: the dialog has asked
    void cancel(); // nothing is written then

Q_SIGNALS:
    void progress(int done, int total);
    void ended(int images, const QString& file);
    void failed(const limn::Error& error);

private:
    void next();
    void open(int index);
    void measure(const ImageKey& key, const VolumePtr& volume, StudyState state);
    void add(Result<ImageStatistics> one);
    void write();

    WorkList& m_workList;
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping;
    QString m_file;
    std::vector<int> m_images; // of the work list
    std::vector<ImageStatistics> m_made;
    std::vector<Error> m_failures; // of images that could not be opened again
    std::size_t m_done = 0;
    bool m_isBusy = false;
    std::stop_source m_stop;
};

} // namespace limn
