// SPDX-License-Identifier: Apache-2.0
#pragma once
// Draws areas, lines and markers on a cairo surface as the shaders draw them on the GPU. One thread.

#include "layers/paper/cairo_handles.hpp"
#include "layers/paper/layer_shapes.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

void fillAreas(cairo_t* cairo, const LayerShapes& shapes, const FillPaint& paint);
// A hairline of the area's own colour hides the seams that readers of a PDF leave between neighbours.
void sealEdges(cairo_t* cairo, const LayerShapes& shapes, Rgba color);
void strokeLines(cairo_t* cairo, const LayerShapes& shapes, const LinePaint& paint, const LineStyle& style);
void drawMarkers(cairo_t* cairo, const std::vector<ScreenPoint>& points, const MarkerPaint& paint);

void fillRing(cairo_t* cairo, const std::vector<ScreenPoint>& ring, Rgba color);
void strokePolyline(cairo_t* cairo, const draw::Polyline& line);

}  // namespace layers
