#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""peer_mapnik.py FILE W,S,E,N CRS WxH OUT.png: Mapnik draws one layer."""
import os
import sys

import mapnik
from osgeo import osr

path, box, crs, size, out = sys.argv[1:6]
# Mapnik's PROJ cuts longitudes at the edge of the world; +over keeps them.
REFERENCES = {"EPSG:3857": "+proj=merc +a=6378137 +b=6378137 +units=m +nadgrids=@null +wktext +no_defs +over"}
image_map = mapnik.Map(*map(int, size.split("x")), REFERENCES.get(crs, "+init=" + crs.lower()))
image_map.background = mapnik.Color(170, 200, 230)
fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
fill.fill = mapnik.Color(200, 220, 180)
line.stroke, line.stroke_width = mapnik.Color(40, 40, 40), 2.0
rule, style = mapnik.Rule(), mapnik.Style()
rule.symbols.append(fill)
rule.symbols.append(line)
style.rules.append(rule)
image_map.append_style("data", style)
layer = mapnik.Layer("data", "+proj=longlat +datum=WGS84 +no_defs")
layer.datasource = mapnik.Ogr(file=path, layer_by_index=0)
layer.styles.append("data")
image_map.layers.append(layer)
references = [osr.SpatialReference(), osr.SpatialReference()]
references[0].ImportFromEPSG(4326)
references[1].SetFromUserInput(crs)
for reference in references:
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
image_map.zoom_to_box(mapnik.Box2d(*osr.CoordinateTransformation(*references).TransformBounds(*map(float, box.split(",")), 21)))
image = mapnik.Image(image_map.width, image_map.height)
mapnik.render(image_map, image)
image.save(out, "png32")
os._exit(0)
