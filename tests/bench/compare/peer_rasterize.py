#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""peer_rasterize.py AREA.toml PICTURE.png WORK rasterize|png: what a picture costs GDAL at the least, printed as s=SECONDS without
the start of Python. `rasterize` burns the visible vector layers of the area, one colour each, into an RGB array of the picture's
size and place (its .pgw); they lie ready in the map's coordinate system, so that neither reading a foreign format nor
reprojecting counts. `png` encodes the picture's own pixels as fast as GDAL's PNG driver can."""
import os
import sys
import time
import tomllib

from osgeo import gdal, ogr

gdal.UseExceptions()
area_file, picture, work, what = sys.argv[1:5]


def visible_layers(area):
    for layer in area["layer"]:
        if layer.get("kind") == "vector" and layer.get("visible", True) and any(key in layer.get("style", {}) for key in ("fill", "stroke")):
            yield layer


def ready(layer, crs):
    """The layer in the map's system, made once."""
    target = os.path.join(work, f"report-{layer['id']}.fgb")
    if not os.path.exists(target):
        source = os.path.join(os.path.dirname(area_file), layer["source"])
        gdal.VectorTranslate(target, source, options=gdal.VectorTranslateOptions(
            format="FlatGeobuf", dstSRS=crs, layers=[layer["table"]] if "table" in layer else None, where=layer.get("where"),
            skipFailures=True, geometryType="PROMOTE_TO_MULTI", layerName=layer["id"]))
    return target


def color_of(style):
    text = style.get("fill", style.get("stroke")).lstrip("#")
    return [int(text[i:i + 2], 16) for i in (0, 2, 4)]


def rasterize():
    with open(area_file, "rb") as file:
        area = tomllib.load(file)
    sources = [(ready(layer, area["area"]["crs"]), color_of(layer["style"])) for layer in visible_layers(area)]
    with open(os.path.splitext(picture)[0] + ".pgw", encoding="utf8") as file:
        x, _, _, y, left, top = map(float, file)
    size = gdal.Open(picture)
    started = time.monotonic()
    out = gdal.GetDriverByName("MEM").Create("", size.RasterXSize, size.RasterYSize, 3)
    out.SetGeoTransform([left - x / 2, x, 0, top - y / 2, 0, y])
    for path, color in sources:
        data = ogr.Open(path)
        layer = data.GetLayer(0)
        layer.SetSpatialFilterRect(left, top + y * size.RasterYSize, left + x * size.RasterXSize, top)
        gdal.RasterizeLayer(out, [1, 2, 3], layer, burn_values=color)
    return time.monotonic() - started


def png():
    pixels = gdal.GetDriverByName("MEM").CreateCopy("", gdal.Open(picture))
    started = time.monotonic()
    gdal.GetDriverByName("PNG").CreateCopy(os.path.join(work, "report-gdal.png"), pixels, options=["ZLEVEL=1"])
    return time.monotonic() - started


print(f"s={rasterize() if what == 'rasterize' else png():.4f}")
