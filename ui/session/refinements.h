// Refinements of one label's pixels in one slice: pure functions, listed in one table from which
// the panel is made.
#pragma once

#include "ui/session/mask_filters.h"

#include <QString>

#include <span>

namespace limn {

struct RefineInput {
    BinaryMask mask; // of the label
    BinaryMask other; // of the second operand: another label, or the model's own; all 0 without
    BinaryMask model; // where the model alone says the label; all 0 without a run
    double amount = 0; // in the unit of `columnSpacing` (lengths) or its square (areas)
    double columnSpacing = 1; // mm, or 1: the amount is in pixels
    double rowSpacing = 1;
};

enum class RefineAmount { None, Length, Area };

struct Refinement {
    const char* name; // "fill-holes": kept in settings
    const char* title; // English; titleOf() translates
    const char* sentence; // what it does, for the tooltip
    RefineAmount amount = RefineAmount::None;
    double usual = 0; // px or square px
    double highest = 0;
    bool needsOther = false;
    bool needsModel = false;
    bool takesOver = false; // may take pixels of other labels; else it grows into background alone
    BinaryMask (*apply)(const RefineInput&);
};

std::span<const Refinement> refinements();
QString titleOf(const Refinement& refinement);
QString sentenceOf(const Refinement& refinement);

} // namespace limn
