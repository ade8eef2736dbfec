# SPDX-License-Identifier: Apache-2.0
"""Writes areas/minurso/data: one GeoJSON file a layer, in degrees, from the folders of unpacked packages named on the command line.

Usage: build_area.py WORLD_ATLAS CITIES_500
"""
import pathlib
import sys

from shapely.geometry import LineString, Point, box

AREA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AREA.parent / "rebuild"))

import area_files
import gmt_data
import names
import world_lines
from area_files import lettering
from shapes import lineParts
from territory import RESTRICTED_KM, STRIP_KM, Territory

DETAIL = (-24.0, 15.0, 0.0, 34.0)  # W, S, E, N of the detailed base; beyond it the world base is drawn
WADIS = (-17.5, 20.5, -5.0, 30.0)
WORLD = (-55.0, -5.0, 25.0, 60.0)  # as far from the central meridian as the map's projection looks sensible
APPROXIMATE = "approximate"
# Neighbours along the land border of Western Sahara, from its northern end on the ocean: where each stretch ends
STRETCHES = [("Morocco", (-8.667, 27.667)), ("Algeria", (-8.667, 27.289)), ("Mauritania", None)]


def write(name, features):
    area_files.write(AREA, name, features)


def writeGround(ground):
    west, south, east, north = DETAIL
    inside = box(west + 1e-4, south + 1e-4, east - 1e-4, north - 1e-4)  # the frame is no coast
    write("land", [(ground.land, {"name": "Land"})])
    write("coast", [(line, {"name": ""}) for line in lineParts(ground.land.difference(ground.lakes).boundary.intersection(inside))])
    write("lakes", [(lake, {"name": ""}) for lake in ground.lakes.geoms])
    write("western_sahara", [(ground.whole, {"name": "Western Sahara", "name_ar": "الصحراء الغربية", "status": "Non-Self-Governing Territory"})])


def writeBerm(ground):
    shared = {"status": APPROXIMATE, "uncertainty_m": 10000}
    write("berm", [(ground.berm, {"name": "Berm", "name_ar": "الجدار الرملي", **shared})])
    zones = [("buffer", "east", "Buffer strip, 5 km", ground.zone(ground.east, STRIP_KM)),
             ("restricted", "west", "Restricted area, 30 km", ground.zone(ground.west, RESTRICTED_KM)),
             ("restricted", "east", "Restricted area, 30 km", ground.zone(ground.east, RESTRICTED_KM))]
    write("zones", [(area, {"kind": kind, "side": side, "name": name, **shared}) for kind, side, name, area in zones])


def stretches(border):
    """[(neighbour, line)] of the land border, cut where one neighbour follows another."""
    points = list(border.coords)
    if points[0][1] < points[-1][1]:
        points.reverse()
    out = []
    for neighbour, end in STRETCHES:
        at = len(points) - 1 if end is None else min(range(len(points)), key=lambda i: Point(points[i]).distance(Point(end)))
        out.append((neighbour, LineString(points[:at + 1])))
        points = points[at:]
    return out


def writeBorders(ground, atlas):
    inland = ground.land.intersection(box(*DETAIL))
    features = [(part, {"class": "territory", "side_a": "Western Sahara", "side_b": neighbour})
                for neighbour, line in stretches(ground.border) for part in lineParts(line.intersection(inland))]
    for (a, b), line in world_lines.borders(atlas, lambda a, b: "W. Sahara" not in (a, b)):
        if line.intersects(box(*DETAIL)):
            features += [(part, {"class": "international", "side_a": a, "side_b": b})
                         for part in lineParts(world_lines.endsMoved(line, ground.border).intersection(inland)) if part.length > 0.01]
    write("borders", features)


def wadiName(line):
    for name, arabic, place in names.WADIS:
        if line.distance(Point(place)) < 0.08:
            return {"name": name, "name_ar": arabic}
    return {"name": "", "name_ar": ""}


def writeWadis(ground):
    features = []
    for permanent, line in gmt_data.riverLines(WADIS):
        for part in lineParts(line.simplify(0.001).intersection(ground.land)):
            if part.length > 0.05:
                features.append((part, {**wadiName(part), "permanent": permanent}))
    write("wadis", sorted(features, key=lambda f: (not f[1]["name"], f[1]["name"], -f[0].length)))


def writeLettering(countries):
    features = [(Point(place), lettering(kind, name, arabic, span)) for kind, name, arabic, place, span in names.LETTERING]
    features += area_files.countryLettering(countries, {name for _, name, *_ in names.LETTERING})
    write("lettering", features)


def main(atlas, cities):
    ground = Territory(atlas, DETAIL)
    writeGround(ground)
    writeBerm(ground)
    writeBorders(ground, atlas)
    writeWadis(ground)
    area_files.writeTowns(AREA, cities)
    writeLettering(area_files.writeWorld(AREA, atlas, WORLD, DETAIL))


if __name__ == "__main__":
    main(*sys.argv[1:])
