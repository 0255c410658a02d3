// Recorded actions against the program: a script, line by line, by the ids of the action table and
// by strokes in pixels of the picture.
#pragma once

#include "app/program.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>

namespace limn {

// open PATH          a folder or file; goes on when its first image is shown
// image NAME         opens the image of this name (without its ending)
// do ID              what the action of this id does; an error when it can't be done now
// tool NAME          "brush": as do tool-brush
// label N            the label that is drawn with
// brush N            the brush's size, pixels of the picture across
// stroke X,Y ...     presses, drags and releases there
// threshold T
// wait               until no run is going on and everything is on disk
// sleep MS
// say WORDS          prints them
// show               prints what `expect` knows
// expect KEY VALUE   image, status, undo (steps), redo, labelled (pixels), human (pixels), saved
// (yes, no),
//                    message (a part of it)
// kill               ends the process as kill -9 does
// A line that begins with # is a remark; what stands in quotes may hold blanks.
class Replay : public QObject {
    Q_OBJECT

public:
    Replay(Program& program, QStringList lines, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void ended(int exitCode);

private:
    using Words = QStringList; // of a line, its first one left out
    void next();
    void waitUntil(std::function<bool()> isReached, const QString& what,
                   qint64 limitMs = 120'000);
    void fault(const QString& words);
    bool isQuiet() const;
    std::map<QString, QString> facts() const;

    void open(const Words& words);
    void image(const Words& words);
    void trigger(const Words& words);
    void stroke(const Words& words);
    void number(const QString& command, const Words& words);
    void expect(const Words& words);
    void show();

    Program& m_program;
    QStringList m_lines;
    int m_line = -1;
    QTimer m_poll;
    QElapsedTimer m_waiting;
    std::function<bool()> m_isReached;
    QString m_excuse; // when it is not reached in time
    qint64 m_patienceMs = 0;
    bool m_hasFault = false;
};

// The words of a line; a remark or an empty line has none.
QStringList wordsOf(const QString& line);

} // namespace limn
