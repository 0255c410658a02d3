// Links the maps beside the picture with the canvas: one place, one zoom, one pointer.
#pragma once

namespace limn {

class Canvas;
class MapPanes;

void linkPanes(Canvas& canvas, MapPanes& panes);

} // namespace limn
