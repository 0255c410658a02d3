// The window: toolbar, work list, canvas, timeline, labels, status. It shows the session and asks
// for everything else by signals.
#pragma once

#include "model/data/model_card.h"
#include "ui/session/segmenter_thread.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"
#include "ui/view/action_list.h"
#include "ui/view/export_choice.h"
#include "ui/view/fact_table.h"
#include "ui/view/figure_choice.h"
#include "ui/view/message_bar.h"
#include "ui/view/overlay_settings.h"
#include "ui/view/preferences.h"
#include "ui/view/run_choice.h"
#include "ui/view/start_page.h"
#include "ui/view/window_actions.h"

#include <QMainWindow>
#include <QTime>

#include <vector>

class QDockWidget;
class QProgressBar;
class QStackedWidget;

namespace limn {

class CanvasArea;
class LabelPanel;
class LookList;
class LookPanel;
class OverlayPanel;
class NotePanel;
class PixelProbe;
class RunControls;
class StatusLine;
class Steering;
class Timeline;
class WindowBar;
class WorkPanel;

enum class Conclusion { Skip, AskReview, SendBack }; // of an image, besides accepting it

// Of the segmenter's thread it takes devicesReady, moduleFailed and runningChanged; what went wrong
// in a run is told by whoever started it, with showMessage().
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session& session, SegmenterThread& segmenter, WorkList& work,
               QWidget* parent = nullptr);

    void setModels(std::vector<ModelCard> models);
    void selectModel(const QString& name); // ModelCard::name
    void setLanguages(const QStringList& languages); // that there are translations for
    void setRecent(const QStringList& paths); // newest first
    void setSamples(const std::vector<Sample>& samples);
    void setImageFacts(const Facts& facts); // under the work list; empty hides them
    void setSaved(QTime time);
    void setSaving();
    void setSaveError(const QString& reason);
    void clearSaved(); // nothing is open, or it is kept nowhere
    void showMessage(const Message& message);
    QString message() const; // that is shown; empty: none
    void setProgress(const QString& label, int done, int total); // total 0: unknown
    void clearProgress();
    void showNotice(const QString& words); // in the status line, for the moment
    // Asks whether these existing files may be replaced; if so exportRequested comes again,
    // isReplacing.
    void askReplace(const ExportChoice& choice, const QStringList& existingFiles);

    void run(); // as the command does: nothing where it can't be done now

    QString reviewComment() const; // as it is written now

    CanvasArea& canvas() { return *m_canvas; }
    LabelPanel& labelPanel() { return *m_labelPanel; }
    // Every action of the window and its parts.
    ActionList& actions() { return m_list; }
    QList<QAction*> allActions() const { return m_list.all(); }

Q_SIGNALS:
    void openRequested(const QString& path); // a file or a folder
    void importRequested(const QStringList& files); // masks
    void filesDropped(const QStringList& paths); // pictures, folders or masks
    void sampleRequested(int index);
    void runRequested(const limn::RunChoice& choice);
    // Of the shown slice with its strokes (see Steering), by the model of its run.
    void rerunRequested(const QString& device);
    void stopRequested();
    void acceptRequested();
    void concludeRequested(limn::Conclusion conclusion, const QString& comment);
    void exportRequested(const limn::ExportChoice& choice);
    void figureRequested(limn::FigureKind kind);
    void preferencesChanged(const limn::Preferences& preferences);
    void compareRequested();
    void statisticsRequested(const QString& file);
    void runAheadChanged(bool isOn, const limn::RunChoice& choice);
    void releaseAsked(); // for a data set
    void tagsAsked(); // of the shown DICOM file
    void cancelRequested(); // of what setProgress() shows
    void closing(); // the window will close; its thread must not wait long

public:
    void openFolder(); // asks for a folder
    void openFile(); // asks for a file
    void importMasks(); // asks for files

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QDockWidget* addDock(Qt::DockWidgetArea area, const QString& name, QWidget* content,
                         QAction* toggle);
    QWidget* makeRightPanel();
    void connectActions();
    void connectParts();
    void connectLook();
    void connectWork();
    void collectActions();
    void accept();
    void refreshWork(const QString& openFirst, const QString& acceptObstacle);
    void refresh(); // what can be done now, and why not
    QString runObstacle() const;
    void showProgressLine();
    void stop();
    void askExport();
    void askStatistics();
    void chooseOverlay(Kernel kernel);
    void setTheme(ThemeChoice choice);
    void keepOverlay();
    OverlaySettings keptOverlay() const;
    void connectMaps();
    void showRecord();
    void restoreSettings();
    void showKeys();
    void showPalette();
    void showPreferences();
    void apply(const Preferences& preferences);

    Session& m_session;
    SegmenterThread& m_segmenter;
    WorkList& m_work;
    WindowActions m_actions;
    ActionList m_list;
    RunControls* m_controls;
    WindowBar* m_bar;
    WorkPanel* m_workPanel;
    NotePanel* m_notes = nullptr;
    LabelPanel* m_labelPanel;
    OverlayPanel* m_overlayPanel;
    PixelProbe* m_probe;
    LookList* m_look;
    LookPanel* m_lookPanel;
    MessageBar* m_messages;
    StartPage* m_start;
    CanvasArea* m_canvas;
    Steering* m_steering;
    Timeline* m_timeline;
    StatusLine* m_status;
    QStackedWidget* m_pages = nullptr;
    QProgressBar* m_progress;
    QStringList m_languages;
    QString m_moduleObstacle;
    QString m_channelObstacle;
};

} // namespace limn
