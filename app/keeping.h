// Keeps the session's work: every change goes to the journal, and comes back when an image is
// opened.
#pragma once

#include "io/work/journal.h"
#include "model/data/step.h"
#include "ui/session/session.h"

#include <QTimer>

#include <map>
#include <optional>

namespace limn {

class Keeping : public QObject {
    Q_OBJECT

public:
    explicit Keeping(Session& session, QObject* parent = nullptr);

    Journal& journal() { return m_journal; }

    void openFolder(const std::filesystem::path& folder);
    // By the image's place in the opened folder.
    ImageKey keyOf(const std::filesystem::path& image, const Volume& volume) const;

    // From now on what the session tells is about this image; call it when the session has opened
    // it.
    void follow(const ImageKey& key);
    // The image is being left: what was not sent yet is sent.
    void leave();
    const std::optional<ImageKey>& image() const { return m_image; }

    void sendPending(); // what waits for the moment after a change
    bool isSaved() const { return !isPending() && m_journal.isSaved(); }
    bool isPending() const { return m_stateTimer.isActive(); } // something was not sent yet

Q_SIGNALS:
    void leaving(); // what was begun is ended now, or it is lost

private:
    void sendEdit(const HumanEdit& edit);
    void noteMap();
    void sendState();
    void sendEverything(); // into a work file that was begun anew

    Session& m_session;
    Journal m_journal;
    std::filesystem::path m_folder;
    std::optional<ImageKey> m_image;
    QTimer m_stateTimer; // several changes make one row
    std::map<int, SliceMap> m_newMaps; // not sent yet
};

} // namespace limn
