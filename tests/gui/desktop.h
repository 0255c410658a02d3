// A screen, a window manager, a mouse and a keyboard for the real program: Xvfb, openbox, xdotool.
#pragma once

#include <QImage>
#include <QPoint>
#include <QProcess>
#include <QRect>
#include <QStringList>
#include <QTemporaryDir>

namespace limn {

class Desktop {
public:
    ~Desktop();

    static QStringList missingPrograms(); // of those that start() needs
    bool start(); // false when the screen or the window manager does not come up
    QString display() const { return m_display; } // ":7"

    // The visible window of the process whose title matches; empty when there is none.
    QString window(qint64 process, const QString& titlePattern) const;
    bool isActive(const QString& window) const;
    void activate(const QString& window) const;
    QRect placeOf(const QString& window) const; // on the screen, without the frame

    void
    press(const QString& key) const; // "ctrl+z", as xdotool names keys; goes to the active window
    void moveTo(QPoint place) const; // of the screen, as all places here
    // All in one go, as fast as the screen takes it: the pointer rests nowhere.
    void drag(const QList<QPoint>& places) const;
    QImage screen() const; // as it is now, pointer included

private:
    QString ask(const QStringList& arguments) const; // what xdotool prints
    bool does(const QStringList& arguments) const; // whether xdotool succeeds
    static void end(QProcess& process);

    QTemporaryDir m_folder; // where Xvfb keeps the pixels
    QProcess m_screen, m_manager;
    QString m_display;
};

} // namespace limn
