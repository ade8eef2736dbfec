# SPDX-License-Identifier: Apache-2.0
"""Cuts polygons and lines of a TopoJSON file at the antimeridian.

The source joins its rings across 180°: a ring jumps from one edge of the map to the other, and Antarctica's runs round the pole.
Everything here is in the file's own steps, whole numbers from 0 (180° W) to WIDTH (180° E), so that shared vertices stay equal.
"""
from shapely.affinity import translate
from shapely.geometry import LineString, Polygon, box
from shapely.validation import make_valid

WIDTH = 99999          # steps round the world
SOUTHERN_CLOSE = -60   # steps below the file's southern edge: Antarctica is closed there, at 85.3° S, where Mercator still holds it


def jumps(points):
    return any(abs(b[0] - a[0]) > WIDTH / 2 for a, b in zip(points, points[1:]))


def unwrapped(points):
    """The same line without jumps; its x may leave 0 … WIDTH."""
    out, turns = [points[0]], 0
    for before, point in zip(points, points[1:]):
        if abs(point[0] - before[0]) > WIDTH / 2:
            turns += -1 if point[0] > before[0] else 1
        out.append((point[0] + turns * WIDTH, point[1]))
    return out


def closedShell(ring):
    points = unwrapped(ring)
    first, last = points[0], points[-1]
    if abs(last[0] - first[0]) > WIDTH / 2:  # once round the pole
        points += [(last[0], SOUTHERN_CLOSE), (first[0], SOUTHERN_CLOSE), first]
    return make_valid(Polygon(points))


def pieces(geometry, kind):
    """What of an unwrapped geometry lies in each turn of the world, moved back to 0 … WIDTH."""
    out = []
    for turn in (-2, -1, 0, 1, 2):
        part = geometry.intersection(box(turn * WIDTH, -1e6, (turn + 1) * WIDTH, 1e6))
        part = translate(part, -turn * WIDTH)
        out += [p for p in getattr(part, "geoms", [part]) if p.geom_type == kind and not p.is_empty]
    return out


def steps(coordinates):
    out = []
    for x, y in coordinates:
        point = (round(x), round(y))
        if not out or out[-1] != point:
            out.append(point)
    return out


def cutPolygon(rings):
    """[[outer, hole, …], …] of one polygon that jumps."""
    whole = closedShell(rings[0])
    for hole in rings[1:]:
        hollow = make_valid(Polygon(unwrapped(hole)))
        for turn in (-1, 0, 1):
            whole = whole.difference(translate(hollow, turn * WIDTH))
    cut = [[steps(r.coords) for r in (p.exterior, *p.interiors)] for p in pieces(whole, "Polygon")]
    return [[r for r in rings if len(r) > 3] for rings in cut if len(rings[0]) > 3]


def cutLine(points):
    return [part for part in (steps(p.coords) for p in pieces(LineString(unwrapped(points)), "LineString")) if len(part) > 1]
