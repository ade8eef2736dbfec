#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""peer_mapserver.py FILE W,S,E,N CRS WxH OUT.png: MapServer's map2img draws one layer."""
import os
import sys

from osgeo import ogr, osr

path, box, crs, size, out = sys.argv[1:6]
references = [osr.SpatialReference(), osr.SpatialReference()]
references[0].ImportFromEPSG(4326)
references[1].SetFromUserInput(crs)
for reference in references:
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
extent = osr.CoordinateTransformation(*references).TransformBounds(*map(float, box.split(",")), 21)
opened = ogr.Open(path)
layer = opened.GetLayer(0).GetName()
map_file = out + ".map"
with open(map_file, "w", encoding="utf8") as text:
    text.write(f"""MAP
NAME "data"
SIZE {size.replace("x", " ")}
MAXSIZE 16384
EXTENT {" ".join(str(side) for side in extent)}
IMAGECOLOR 170 200 230
IMAGETYPE png24
OUTPUTFORMAT NAME png24 DRIVER AGG/PNG MIMETYPE "image/png" IMAGEMODE RGB EXTENSION png END
PROJECTION "init={crs.lower()}" END
LAYER
NAME "data" TYPE POLYGON STATUS ON
CONNECTIONTYPE OGR CONNECTION "{path}" DATA "{layer}"
PROJECTION "init=epsg:4326" END
CLASS STYLE COLOR 200 220 180 OUTLINECOLOR 40 40 40 WIDTH 2 END END
END
END""")
os.environ["PROJ_LIB"] = "/usr/share/proj"
os.execvp("map2img", ["map2img", "-m", map_file, "-o", out])
