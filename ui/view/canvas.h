// The picture with its overlay: draws, zooms, pans, sets the window, and hands the pointer to the
// tools.
#pragma once

#include "ui/figure/picture_image.h"
#include "ui/tools/toolbox.h"
#include "ui/view/brush_outline.h"
#include "ui/view/canvas_area.h"
#include "ui/view/compare_layer.h"
#include "ui/view/overlay_image.h"
#include "ui/view/view_transform.h"

#include <QImage>
#include <QWidget>

#include <optional>

class QNativeGestureEvent;

namespace limn {

struct DeviceGrid;

class Canvas : public QWidget {
    Q_OBJECT

public:
    explicit Canvas(Session& session, QWidget* parent);

    const ViewTransform& view() const { return m_view; }
    void showBox(Rect box); // as large as the space allows
    void setMarker(const std::optional<CanvasMarker>& marker); // stays until it is set anew
    const std::optional<CanvasMarker>& marker() const { return m_marker; }
    void fit(); // the whole picture between the controls that lie on the canvas
    void showOneToOne(); // a pixel of the picture on each pixel of the screen
    void zoomBy(double factor); // about the middle
    bool showsWhole() const; // the whole picture is in view
    QRectF shownBox() const; // the part of the picture in view between the controls, in its pixels
    void zoomAtPicture(QPointF place, double factor); // about a place of the picture
    void panPicture(QPointF by); // pixels of the picture
    void setPreview(std::vector<std::uint8_t> changed); // a byte a pixel; empty: none
    void leaveTool() { m_toolbox.tool().leave(); }
    void setStandIn(const QImage& small); // of a picture that is being read; shown until one is open
    bool hasStandIn() const { return !m_standIn.isNull(); }
    void setRemotePointer(std::optional<QPointF> place); // of a pointer elsewhere, on the picture

    const OverlaySettings& overlay() const { return m_overlay.settings(); }
    void setOverlay(const OverlaySettings& settings);

    void setMouse(const MouseSettings& mouse) { m_mouse = mouse; }

    int toolIndex() const { return m_toolbox.activeIndex(); }
    int previousToolIndex() const { return m_toolbox.previousIndex(); }
    void setTool(int index);
    const ToolSettings& toolSettings() const { return m_tools.settings; }
    void setToolSettings(const ToolSettings& settings);
    int brushSize() const { return m_tools.settings.brushSize; } // across, in ToolSettings::sizeUnit
    void setBrushSize(int pixels);
    void turnBrushSize(int steps); // by about a fifth a step, at least one pixel

    // The windows of Ctrl+1 to Ctrl+3: the file's, one after the other (else the automatic one),
    // automatic, full range.
    void resetWindow();
    void setAutomaticWindow();
    void setFullWindow();
    void moveBySlices(int count); // within a volume; of a cine in time
    void moveByVolumes(int count); // in time
    void setGraphicsShown(bool isShown); // the file's own overlays
    bool showsGraphics() const { return m_showsGraphics; }
    void setInverted(bool isInverted); // black for white, to look at
    bool isInverted() const { return m_isInverted; }
    void setSmooth(bool isSmooth); // enlarged pixels are no squares
    bool isSmooth() const { return m_isSmooth; }
    Pixels pixels() const { return m_isSmooth ? Pixels::Smooth : Pixels::Sharp; }
    bool isPointedAt() const { return m_pointer.has_value(); } // by its own pointer
    void showLabel(Label label); // of this slice, as large as the space allows

    // A swipe: the other side left of a line that can be dragged.
    void setComparison(const CompareSettings& settings);

    // The region of a label under the pointer, or all of the current label.
    void copyRegionUnderPointer();
    void pasteCopiedRegion();
    // The connected pixels at a place of the picture that a person decided.
    void giveRegionBack(QPointF place);
    bool isDecided(QPointF place) const; // by a person, at a place of the picture

Q_SIGNALS:
    void hovered(const limn::Hover& hover);
    void toolChanged();
    void toolSettingsChanged();
    void told(const QString& sentence); // by a tool: why nothing was done
    void graphicsShown(bool isShown);
    void dividerMoved(double share); // of a swipe
    void pixelsChanged(); // inverted or smooth, or not any more
    void crossPlaced(QPointF picturePlace); // by the crosshair
    void viewChanged(); // shownBox() is another; told while painting
    void menuRequested(QPoint globalPlace, QPointF picturePlace);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Tool, Pan, Window, Divider };

    // What changes
    void connectSession();
    void takePicture();
    void takeSlice();
    void setPictureSlice(); // and its window
    void takeWindow();
    void takeGraphics();
    void describe(); // for assistive technology
    void cancelDrag();
    void endDrag();
    bool takeToolKey(int key); // Escape, Enter, Backspace of a tool that has begun something
    void updateBox(Rect box); // pixels of the picture
    void forgetClicks(); // that no redo brings back
    const Slice* slice() const;

    // Painting
    void drawPart(QPainter& painter, const QRect& exposed);
    void drawGraphics(QPainter& painter, const QRect& exposed) const;
    void drawThisSide(QPainter& painter, const QRect& exposed);
    void drawDivider(QPainter& painter) const;
    bool isSwiped() const { return m_compare.settings().view == CompareView::Swipe; }
    double dividerX() const { return m_compare.settings().divider * width(); }
    bool isAtDivider(QPointF place) const;
    void dragDivider(QPointF place);
    void drawIsoLines(QPainter& painter, const DeviceGrid& grid) const;
    void drawWords(QPainter& painter, const QString& words) const;
    void drawStandIn(QPainter& painter) const;
    void drawBrush(QPainter& painter);
    void drawTool(QPainter& painter) const;
    void updateTool();
    void drawMarker(QPainter& painter) const;
    void drawRemotePointer(QPainter& painter) const;
    QRect remotePointerBox() const;
    QRectF brushOutline() const; // on the widget; empty without a brush under the pointer
    QRegion brushRegion() const;
    QRectF spaceForPicture() const;
    bool ensureFitted();

    // The pointer
    void press(Qt::MouseButton button, QPointF place, const ToolPoint& point);
    void moveTo(QPointF place, const ToolPoint& point);
    void release(Qt::MouseButton button, QPointF place, const ToolPoint& point);
    ToolPoint toolPoint(QPointF place, Qt::KeyboardModifiers modifiers, double pressure) const;
    void dragWindow(QPointF place);
    void pan(QPointF delta); // on the widget
    void zoomAt(QPointF place, double factor);
    void placePointer(std::optional<QPointF> place);
    void emitHover();
    void updateCursor();
    bool pinch(const QNativeGestureEvent& event);

    Session& m_session;
    ViewTransform m_view;
    PictureImage m_picture;
    OverlayImage m_overlay;
    CompareLayer m_compare;
    BrushOutline m_brushOutline;
    ToolContext m_tools;
    Toolbox m_toolbox;
    std::vector<std::uint8_t> m_preview;
    std::optional<CanvasMarker> m_marker;
    QImage m_standIn; // null: none
    QImage m_graphics; // null: none
    bool m_showsGraphics = true;
    bool m_isInverted = false, m_isSmooth = false;
    bool m_isFitPending = true;
    double m_fitZoom = 0; // of the last fit of the whole picture
    bool m_isSpaceHeld = false;
    bool m_showsFocus = false;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_remotePointer; // of the picture
    QRectF m_shownBox; // that was told
    QRegion m_toolRegion; // that was drawn last
    std::optional<QPointF> m_middle; // of the canvas in its window
    QSize m_windowSize;
    Drag m_drag = Drag::None;
    Qt::MouseButton m_dragButton = Qt::NoButton;
    QPointF m_dragStart, m_dragLast;
    MouseSettings m_mouse;
    bool m_hasMoved = false;
    DisplayWindow m_windowBefore;
    double m_windowRange = 1;
    int m_wheelRest = 0; // eighths of a degree not yet used
};

} // namespace limn
