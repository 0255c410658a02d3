// What there is to make figures of, and what a person asks for.
#pragma once

#include "ui/figure/figure_plan.h"

#include <QImage>
#include <QStringList>

namespace limn {

enum class FigureKind { Figure, Animation };

struct FigureOffer {
    int steps = 0; // of the last run; 0: image and mask alone
    std::vector<FigureMap> maps; // that every step has
    FigureMap shown = FigureMap::Posterior; // on the canvas
    double opacity = 0.6; // there
    ColourMap valueColours = ColourMap::Cividis, doubtColours = ColourMap::Magma; // there
    int classAlone = 0; // whose values alone are shown there; 0: labels over the picture
    QStringList classes; // names of the foreground classes
    QString file; // where to, without its ending
    bool hasFfmpeg = true;
};

struct FigureChoice {
    FigureKind kind = FigureKind::Figure;
    FigurePlan figure;
    FilmPlan film;
    QString file; // its ending says the format; none: a folder of frames
    bool isReplacing = false; // the person was asked
};

} // namespace limn
