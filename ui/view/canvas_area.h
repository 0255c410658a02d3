// The canvas with all that lies on it: tool strip at its left, tool options at its top, colour bar
// (which is the threshold control) at its right, captions at its bottom.
#pragma once

#include "model/data/label_table.h"
#include "ui/session/session.h"
#include "ui/view/overlay_settings.h"
#include "ui/view/preferences.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;

namespace limn {

struct CompareSettings;

struct Hover {
    bool isInside = false;
    int x = 0, y = 0;
    std::vector<float> values; // modality value, or red, green, blue
    double probability = -1; // of the current label by the shown map; -1: no map
    std::optional<double> value; // of a display that has a scale
    Label label = background; // composed
};

// A box drawn around a place of the picture, with words at its corner.
struct CanvasMarker {
    Rect box; // pixels of the picture
    QString words;
    bool isDone = false;

    bool operator==(const CanvasMarker&) const = default;
};

class CanvasArea : public QWidget {
    Q_OBJECT

public:
    explicit CanvasArea(Session& session, QWidget* parent = nullptr);
    ~CanvasArea() override;

    const OverlaySettings& overlay() const;
    void setOverlay(const OverlaySettings& overlay);
    void setMouse(const MouseSettings& mouse);
    void fit();
    void fillBetweenSlices(); // of the current label; tells how it went
    void showMaps(bool isShown); // the four maps of the step beside the picture
    bool showsMaps() const;
    QAction* mapsAction() const;
    void showPlanes(bool isShown); // the two other planes of a stack
    void setComparison(const CompareSettings& settings);
    void toggleComparison(); // on as it was last, off
    void openWindowPopup();
    void showBox(Rect box); // a part of the picture, as large as the space allows
    void setPreview(std::vector<std::uint8_t> changed); // what would change; empty: nothing
    void leaveTool(); // ends what a tool has begun, as choosing another one does
    void setStandIn(const QImage& small); // shown until a picture is open
    bool hasStandIn() const;
    void setSolo(Label label); // this label alone is seen full; 0: all are
    void setMarker(const std::optional<CanvasMarker>& marker); // stays until it is set anew

    void nameKeys(); // again, after they have changed
    void setBrushSize(int pixels); // of the picture across
    QWidget* surface() const; // that the mouse draws on
    QPointF onSurface(QPointF picture) const; // where a place of the picture lies on it

    // Tools, brush size, zoom, overlay, auto window: every action with name, shortcut and one
    // sentence as tooltip. The window lists them on the key sheet and in menus.
    QList<QAction*> toolActions() const;

Q_SIGNALS:
    void hovered(const limn::Hover& hover);
    void overlayChanged();
    void standInShown();
    void mapsShown(bool isShown);
    void planesShown(bool isShown);
    void toolHintChanged(const QString& hint); // the active tool's keys, for the status bar
    void told(const QString& sentence); // what became of a wish
    void progressed(const QString& what, int done, int total); // total 0: it has ended
    void filesDropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectViews();
    void showBeside(QWidget& pane, bool isShown);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace limn
