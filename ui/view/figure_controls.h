// What a figure or an animation shows, and how large it is.
#pragma once

#include "ui/view/figure_choice.h"

#include <QWidget>

#include <utility>
#include <vector>

class QCheckBox;
class QGridLayout;
class QSpinBox;

namespace limn {

class ChoiceBox;
class TextField;

// Begins with what was asked for last time (QSettings), as far as this run has it; the map of an
// animation is the one on the canvas.
class FigureControls : public QWidget {
    Q_OBJECT

public:
    FigureControls(FigureKind kind, const FigureOffer& offer, QWidget* parent = nullptr);

    FigurePlan figure() const;
    FilmPlan film() const;
    QString obstacle() const; // why nothing can be drawn; empty: it can
    void keep() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox* addCheck(const QString& name, const QString& text, const QString& sentence);
    QSpinBox* addNumber(const QString& name, const QString& text, int low, int high, int usual,
                        const QString& suffix);
    void addColumns();
    void addMaps();
    void addLooks();
    void addSizes();
    void addCaption(const QString& text);
    void restore();
    FigureStyle style() const;
    std::vector<FigureMap> chosenMaps() const;
    std::vector<FigureColumn> columns() const;
    QString key(const QString& name) const;

    FigureKind m_kind;
    FigureOffer m_offer;
    QGridLayout* m_grid;
    int m_cell = 0; // of two columns
    QCheckBox* m_picture = nullptr;
    QCheckBox* m_mask = nullptr; // of a figure
    TextField* m_steps = nullptr; // of a figure
    std::vector<std::pair<FigureMap, QCheckBox*>> m_maps;
    ChoiceBox* m_colours = nullptr;
    QCheckBox* m_contour = nullptr;
    QCheckBox* m_captions = nullptr;
    QCheckBox* m_scaleBar = nullptr;
    QCheckBox* m_colourBar = nullptr; // of a figure
    std::vector<QSpinBox*> m_numbers; // width, dpi, font; or height, time of a step, of the mask
};

} // namespace limn
