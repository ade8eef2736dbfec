# SPDX-License-Identifier: Apache-2.0
"""Borders between countries from the finer Natural Earth, and how they are joined to a line of another source. Degrees."""
from shapely.geometry import LineString, Point
from shapely.ops import linemerge

import area_files
import natural_earth


def joined(lines):
    merged = linemerge(lines)
    return list(getattr(merged, "geoms", [merged]))


def borders(package, wanted):
    """[((side, side), line)] of the borders that `wanted(side, side)` accepts, in Natural Earth's names, joined."""
    atlas = natural_earth.loadTopology(f"{package}/countries-10m.json")
    countries, arcs = natural_earth.namedCountries(atlas), natural_earth.decodeArcs(atlas)
    found = [((left, right), lines) for (_, left, right), lines in area_files.borderLines(atlas, countries, arcs) if wanted(left, right)]
    return [(pair, part) for pair, lines in found for part in joined(lines)]


def endsMoved(line, edge, reach=0.05):
    """A line whose ends, where they lie near the edge, are moved onto it."""
    points = list(line.coords)
    for at in (0, -1):
        end = Point(points[at])
        if end.distance(edge) < reach:
            near = edge.interpolate(edge.project(end))
            points[at] = (near.x, near.y)
    return LineString(points)
