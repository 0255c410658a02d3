// The doubtful places of the shown slice, the first to look at first, and what a person did there.
#pragma once

#include "model/data/look_next.h"
#include "ui/session/session.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace limn {

struct LookItem {
    LookPlace place;
    bool isVisited = false;
    bool isMarked = false; // as resolved, by a person
    bool hasEdits = false; // a person has decided pixels of it

    bool isResolved() const { return isMarked || hasEdits; }
};

// The list is made anew a moment after the map has changed (a run, another base step). Where a
// person has been before is kept, for places that overlap, and goes into the work file by the
// session.
class LookList : public QObject {
    Q_OBJECT

public:
    explicit LookList(Session& session, QObject* parent = nullptr);

    const std::vector<LookItem>& items() const { return m_items; }
    int current() const { return m_current; } // -1: none
    int openCount() const; // not resolved
    bool hasMap() const; // of the shown slice
    Rect
    viewOf(int index) const; // what to show of the picture to see the place in its surroundings

    // The first of the `among` most doubtful ones that nobody visited, drew at or resolved; -1:
    // none. A list that is to be made anew is made first.
    int firstUnseen(int among);

    void goTo(int index); // which is visited then
    void goToNext(); // the next by rank that is not resolved, wrapping round
    void goToPrevious();
    void setMarked(int index, bool isMarked);

Q_SIGNALS:
    void listChanged(); // other places, or none
    void itemsChanged(); // what a person did at them
    void currentChanged(int index);
    void shown(int index); // a person went to it, even where it was current

private:
    void clear();
    void make();
    void noteEdits(int slice, Rect box);
    void moveOn(int direction);
    void keep();

    Session& m_session;
    LookNext m_look; // its places are moved into m_items
    std::vector<LookItem> m_items;
    int m_current = -1;
    QTimer m_soon;
};

} // namespace limn
