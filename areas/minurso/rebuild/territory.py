# SPDX-License-Identifier: Apache-2.0
"""Cuts Western Sahara, and its two parts on either side of the berm, out of the land.

Outline: the Digital Chart of the World, which has the territory whole. Berm: Natural Earth's de facto line between the two parts.
"""
from shapely.affinity import scale
from shapely.geometry import LineString, Point, box

import gmt_data
import world_lines
from shapes import faces, gathered, nearestVertex, rounded, smoothed

COAST_TOLERANCE = 0.0005  # degrees, 55 m: the steps of the source, 157 m apart, go, no headland does
NORTHERN_END, SOUTHERN_END = (-13.17, 27.667), (-17.06, 20.77)  # where the land border meets the ocean
BERM_NORTHERN_END = (-8.82, 27.66)  # from here Natural Earth's line follows the territory's edge, the berm does not
EAST = [(-10.2, 26.4), (-12.15, 24.6), (-13.6, 22.5)]  # places beyond the berm
STRIP_KM, RESTRICTED_KM = 5, 30  # Military Agreement No. 1
KM_A_DEGREE, SQUEEZE = 111.0, 0.910  # kilometres a degree of latitude; cosine of 24.5° N


def drawnOn(line, degrees):
    """A line with both its ends drawn on, so that it crosses what it ends on."""
    points = list(line.coords)
    return LineString(rounded([outward(points[1], points[0], degrees), *points, outward(points[-2], points[-1], degrees)]))


def outward(before, end, degrees):
    length = LineString([before, end]).length
    return tuple(e + (e - b) * degrees / length for b, e in zip(before, end))


def landBorder(polygon):
    """The part of the outline that is no coast, from north-west to south."""
    ring = LineString(polygon.exterior.coords)
    a, b = sorted((nearestVertex(ring, NORTHERN_END), nearestVertex(ring, SOUTHERN_END)))
    points = list(ring.coords)
    halves = LineString(points[a:b + 1]), LineString(points[b:] + points[1:a + 1])
    return max(halves, key=lambda half: half.bounds[2])


def bermLine(package):
    line = max((part for _, part in world_lines.borders(package, lambda a, b: (a, b) == ("Morocco", "W. Sahara"))), key=lambda g: g.length)
    at = nearestVertex(line, BERM_NORTHERN_END)
    points = list(line.coords)
    halves = LineString(points[:at + 1]), LineString(points[at:]) if at + 1 < len(points) else LineString()
    return max(halves, key=lambda half: half.length)


class Territory:
    """Land, Western Sahara and its parts, all from one set of faces."""

    def __init__(self, atlasPackage, frame):
        outline = max(gmt_data.country("EH"), key=lambda p: p.area)
        self.border, self.berm = landBorder(outline), bermLine(atlasPackage)
        coast = [smoothed(line, COAST_TOLERANCE) for line in gmt_data.coastLines(frame)]
        allFaces = faces([*coast, box(*frame).exterior, drawnOn(self.border, 0.03), drawnOn(self.berm, 0.15)])
        land, lakes = gmt_data.classified(allFaces, frame)
        inside = [f for f in land if f.representative_point().within(outline.buffer(0.005)) and self.isInland(f, outline)]
        east = [f for f in inside if any(f.contains(Point(place)) for place in EAST)]
        self.land, self.lakes = gathered(land + lakes), gathered(lakes)
        self.whole, self.east = gathered(inside), gathered(east)
        self.west = gathered([f for f in inside if f not in east])

    def isInland(self, face, outline):
        return face.intersection(outline).area > face.area / 2

    def zone(self, side, km):
        """What of one side lies within so many kilometres of the berm."""
        flat = scale(self.berm, SQUEEZE, 1, origin=(0, 0))
        around = scale(flat.buffer(km / KM_A_DEGREE, 12), 1 / SQUEEZE, 1, origin=(0, 0))
        return gathered([around.intersection(part) for part in side.geoms])
