# SPDX-License-Identifier: Apache-2.0
"""Cuts Iraq and the five provinces of the division out of one set of lines, so that layers which share an edge share its vertices.

Iraq's outline: OpenStreetMap. Lines between provinces: Natural Earth, good to 2 km, their ends drawn on to Iraq's outline.
"""
from shapely.geometry import LineString, Point, Polygon, box

import gmt_data
from shapes import faces, gathered, lineParts, rounded, smoothed

COAST_TOLERANCE = 0.0005  # degrees, 55 m: the steps of the source, 157 m apart, go, no headland does
BORDER_TOLERANCE = 0.0004  # 45 m, far below a pixel at the first view
REACH = 0.06               # how far an end of a line between provinces may lie from Iraq's outline, and is drawn on beyond it


def drawnOn(line, edge, others):
    """A line between provinces whose loose ends cross Iraq's outline; ends that meet other such lines stay."""
    points = list(line.coords)
    for at, before in ((0, 1), (-1, -2)):
        end = Point(points[at])
        if end.distance(edge) < REACH and all(end.distance(other) > 1e-9 for other in others):
            near = edge.interpolate(edge.project(end))
            length = end.distance(near)
            dx, dy = ((near.x - end.x) / length, (near.y - end.y) / length) if length > 1e-4 else outward(points[before], points[at])
            points.insert(0 if at == 0 else len(points), (near.x + dx * 0.01, near.y + dy * 0.01))
    return LineString(rounded(points))


def outward(before, end):
    length = LineString([before, end]).length
    return tuple((e - b) / length for b, e in zip(before, end))


def provinceLines(regions):
    """Each line that two provinces share, once."""
    found = []
    for i, (_, _, _, one) in enumerate(regions):
        for _, _, _, two in regions[i + 1:]:
            found += lineParts(one.boundary.intersection(two.boundary))
    return found


class Ground:
    """Land, Iraq and its provinces, all from one set of faces. `osm`: the polygons of Iraq, with its sea."""

    def __init__(self, osm, regions, frame):
        coast = [smoothed(line, COAST_TOLERANCE) for line in gmt_data.coastLines(frame)]
        self.edge = max(osm, key=lambda p: p.area).exterior.simplify(BORDER_TOLERANCE)
        between = provinceLines(regions)
        inner = [drawnOn(line, self.edge, [other for other in between if other is not line]) for line in between]
        allFaces = faces([*coast, box(*frame).exterior, self.edge, *inner])
        land, lakes = gmt_data.classified(allFaces, frame)
        iraq = Polygon(self.edge)
        inIraq = [f for f in land + lakes if iraq.contains(f.representative_point())]
        self.land, self.lakes = gathered(land + lakes), gathered(lakes)
        self.iraq = gathered(inIraq)
        self.provinces = {name: gathered(self.facesOf(inIraq, regions, name)) for _, name, _, _ in regions}

    def facesOf(self, inIraq, regions, name):
        """The faces nearest to Natural Earth's province: its outer edge is up to 2 km off."""
        own = {region: polygon for _, region, _, polygon in regions}
        return [f for f in inIraq if min(own, key=lambda region: (own[region].distance(f.representative_point()), region)) == name]
