// What a tool draws on the picture beside the mask: lines, corners to hold, words.
#pragma once

#include "ui/tools/place.h"

#include <QString>

#include <optional>
#include <vector>

namespace limn {

struct ToolLine {
    std::vector<Place> places;
    bool isClosed = false;
    bool isDashed = false; // not yet settled
};

struct ToolNote {
    Place place;
    QString words;
};

struct ToolDrawing {
    std::vector<ToolLine> lines;
    std::vector<Place> handles;
    int heldHandle = -1;
    std::vector<ToolNote> notes;
    std::optional<Place> cross; // lines through the whole canvas

    bool isEmpty() const
    {
        return lines.empty() && handles.empty() && notes.empty() && !cross;
    }
};

} // namespace limn
