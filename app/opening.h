// Opens folders and images: fills the work list, has each picture decoded by the import child, and
// gives it to the session with what was kept of it.
#pragma once

#include "app/decoded_ahead.h"
#include "app/file_thread.h"
#include "app/keeping.h"
#include "io/import_client.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"

#include <QImage>
#include <QObject>

#include <filesystem>
#include <map>
#include <stop_token>

namespace limn {

// Of a stack in space the middle one, for the first often shows nothing yet; else 0.
int firstShownSlice(const Volume& volume);
// Whether it was read as far as a cut file goes.
bool isSalvaged(const Volume& volume);

class Opening : public QObject {
    Q_OBJECT

public:
    // `client` is used on the file thread alone.
    Opening(Session& session, WorkList& workList, FileThread& files, ImportClient& client,
            Keeping& keeping, QObject* parent = nullptr);

    // A folder or DICOMDIR becomes the work list, series as one image each, and its first image that
    // is not accepted is opened; a file opens its folder with that file selected.
    void openPath(const std::filesystem::path& path);
    void stopListing();
    // The shown entry's cut file as far as it goes, after a person asked for it.
    void salvage();
    const std::filesystem::path& folder() const { return m_folder; }
    DecodedAhead& ahead() { return m_ahead; }
    bool isOpening() const { return m_isOpening; } // the shown image is not the list's current one
    bool isAhead(const std::filesystem::path& path) const { return m_ahead.has(path); }

Q_SIGNALS:
    void folderOpened(const QString& folder);
    void failed(const limn::Error& error);
    void readOnlyFound(const limn::Error& error); // the folder's work file can't be written now
    void imageFailed(const limn::Error& error);
    void imageCut(const limn::Error& error); // imageFailed, and salvage() may show a part
    void imageOpened(const QString& path);
    void previewed(const QImage& small); // of a large picture that is still being read
    void noticed(const QString& sentence); // what a person should know of the image just opened
    void listing(int done, int total); // of a folder so large that a person waits
    // Work of another content under this name was found; takeOver() puts it on the shown image.
    void otherContentFound(const QString& name);

public:
    void takeOver();

private:
    void showFolder(std::filesystem::path folder, const std::vector<ImageFiles>& images,
                    const std::filesystem::path& selected);
    void noteChange();
    Result<std::vector<ImageFiles>> listed(const std::filesystem::path& whole, int number,
                                           const std::stop_token& stop);
    void tellListing(int number, int done, int total);
    void showKept(const FolderWork& work);
    void openImage(int index);
    void verify(const DecodedAhead::Image& image);
    void preview(const ImageFiles& image, int number, const std::stop_token& stop);
    void previewNamed(const std::filesystem::path& file, int number, const std::stop_token& stop);
    void showPreview(const std::filesystem::path& path, const QImage& small);
    void wantNext();
    void showImage(int index, const VolumePtr& volume);
    void openWithState(int index, const VolumePtr& volume, const ImageKey& key,
                       const Result<KeptImage>& kept);
    void readSlice(int slice);
    void makeNextThumbnail();
    void showSummary(int index, const ImageSummary& kept);
    bool isOfUnknownName(int index) const;
    void recognise(int index, const std::string& hash);

    Session& m_session;
    WorkList& m_workList;
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping;
    DecodedAhead m_ahead;
    std::filesystem::path m_folder;
    std::filesystem::path m_selected; // to show once the folder's kept statuses are known
    std::optional<StudyState> m_otherState;
    std::filesystem::path m_previewed; // of which a small copy is shown
    std::filesystem::path m_salvaged; // the image that is shown as far as it goes
    int m_opening = 0; // number of the latest request; answers to earlier ones are dropped
    bool m_isOpening = false;
    std::stop_source m_openingStop; // of the latest request's decoding
    std::stop_source m_listingStop; // of the latest folder's
    int m_folderNumber = 0; // likewise
    int m_nextThumbnail = 0;
    std::map<std::string, ImageSummary> m_missing; // by content: kept, and not in the folder any more
    std::vector<bool> m_isKnown; // an image each: work of its name is kept
    std::stop_source m_thumbnailStop; // of the folder's thumbnails
};

} // namespace limn
