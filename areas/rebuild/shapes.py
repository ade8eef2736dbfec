# SPDX-License-Identifier: Apache-2.0
"""Cuts areas out of one set of lines, so that every layer that shares an edge shares its vertices. Degrees, six decimals."""
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union
from shapely.validation import make_valid


def rounded(points):
    """Six decimals (11 cm), equal neighbours dropped: the same place gets the same numbers in every layer."""
    out = []
    for x, y in (p[:2] for p in points):
        point = (round(x, 6), round(y, 6))
        if not out or out[-1] != point:
            out.append(point)
    return out


def roundedPolygon(polygon):
    rings = [rounded(polygon.exterior.coords)] + [rounded(r.coords) for r in polygon.interiors]
    return [r for r in rings if len(r) > 3]


def snapped(geometry):
    """The polygons of a geometry with six decimals, oriented alike, pieces that vanish left out."""
    parts = []
    for polygon in getattr(geometry, "geoms", [geometry]):
        if polygon.geom_type != "Polygon":
            continue
        rings = roundedPolygon(polygon)
        if not rings:
            continue
        candidate = Polygon(rings[0], rings[1:])
        fixed = candidate if candidate.is_valid else make_valid(candidate)
        parts += [orient(p) for p in getattr(fixed, "geoms", [fixed]) if p.geom_type == "Polygon" and p.area > 1e-10]
    return MultiPolygon(sorted(parts, key=lambda p: (-p.area, p.bounds)))


def gathered(someFaces):
    return snapped(unary_union(someFaces))


def faces(lines):
    return list(polygonize(unary_union(lines)))


def nearestVertex(line, place):
    return min(range(len(line.coords)), key=lambda i: Point(line.coords[i]).distance(Point(place)))


def smoothed(line, tolerance):
    """A coast without the steps of its source: simplified, then each corner cut once. The ends stay, where others join them."""
    points = list(line.simplify(tolerance).coords)
    out = [points[0]]
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        out += [(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by), (0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by)]
    return LineString(rounded([*out, points[-1]]))


def lineParts(geometry):
    """The lines of a geometry joined where they meet, longest first."""
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "LineString" and g.length > 0]
    merged = linemerge(parts) if len(parts) > 1 else MultiLineString(parts)
    lines = [LineString(rounded(g.coords)) for g in getattr(merged, "geoms", [merged]) if len(rounded(g.coords)) > 1]
    return sorted(lines, key=lambda g: (-g.length, g.coords[0]))


def sharedLine(one, other):
    """The line two areas share, as few pieces as can be."""
    shared = one.boundary.intersection(other.boundary)
    lines = [g for g in getattr(shared, "geoms", [shared]) if g.geom_type == "LineString" and g.length > 0]
    merged = linemerge(lines)
    return [LineString(rounded(g.coords)) for g in getattr(merged, "geoms", [merged])]


def sides(line, one, two):
    """Which of two named areas [(name, area)] lies left of the line that parts them, seen from its first point: {left, right}."""
    a, b = line.interpolate(0.5, normalized=True), line.interpolate(0.5001, normalized=True)
    left = Point(a.x - (b.y - a.y), a.y + (b.x - a.x))
    nearer, farther = sorted((one, two), key=lambda named: named[1].distance(left))
    return {"left": nearer[0], "right": farther[0]}
