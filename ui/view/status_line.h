// The status bar: place and values, saved or not, progress, the active tool's keys.
#pragma once

#include "ui/view/canvas_area.h"

#include <QStatusBar>
#include <QTime>
#include <QTimer>

class QLabel;
class QToolButton;

namespace limn {

class ElidedLabel;

class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setHover(const Hover& hover, const LabelTable& labels);
    void setSaved(QTime time);
    void setSaving();
    void setSaveError(const QString& reason);
    void clearSaved();
    void setToolHint(const QString& hint);
    void setNotice(const QString& notice); // in the hint's place, for some seconds or until it is empty
    void setProgress(const QString& text); // empty: nothing is going on

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* addField(const QString& name, const QString& widest);
    void showSaveState(const QString& kind, const QString& text);

    QLabel* m_place;
    QLabel* m_value;
    QLabel* m_probability;
    QLabel* m_saved;
    QLabel* m_progress;
    QToolButton* m_cancel;
    ElidedLabel* m_hint;
    QString m_toolHint;
    QString m_notice;
    QTimer m_noticeEnd;
};

} // namespace limn
