# SPDX-License-Identifier: Apache-2.0
"""Asks GMT for coasts and lakes (GSHHG), rivers (WDBII) and countries (Digital Chart of the World). Degrees; nothing is written."""
import re
import subprocess
import tempfile

from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.ops import linemerge, unary_union

from shapes import rounded


def gmt(command, text=""):
    with tempfile.TemporaryDirectory() as folder:  # GMT leaves its history in the folder where it is run
        return subprocess.run(["gmt", *command], input=text, cwd=folder, check=True, capture_output=True, text=True).stdout


def region(frame):
    return "-R%g/%g/%g/%g" % (frame[0], frame[2], frame[1], frame[3])


def segments(text):
    """[(header, points)] of GMT's multiple-segment text."""
    found, header, points = [], "", []
    for line in text.splitlines() + [">"]:
        if line.startswith(">"):
            if len(points) > 1:
                found.append((header, points))
            header, points = line, []
        elif not line.startswith("#"):
            points.append(tuple(float(v) for v in line.split()[:2]))
    return found


def coastSegments(what, frame, resolution="f"):
    """[(level, points)] of GSHHG coasts ("-W") or WDBII rivers ("-Ia") in a frame W, S, E, N."""
    out = []
    for header, points in segments(gmt(["coast", region(frame), "-D" + resolution, what, "-M"])):
        level = re.search(r"Level (\d+)", header)
        out.append((int(level[1]) if level else None, rounded(points)))
    return [(level, points) for level, points in out if len(points) > 1]


def coastLines(frame):
    return [LineString(points) for _, points in coastSegments("-W", frame)]


def riverLines(frame):
    """[(permanent, line)]: levels 1–5 flow all year, 6–8 part of it; canals (9, 10) are left out."""
    found = coastSegments("-Ia", frame)
    out = []
    for permanent in (True, False):
        wanted = range(1, 6) if permanent else range(6, 9)
        lines = [LineString(points) for level, points in found if level in wanted]
        merged = linemerge(unary_union(lines))
        out += [(permanent, LineString(rounded(line.coords))) for line in getattr(merged, "geoms", [merged])]
    return out


def doubleLinedRivers(frame):
    """The middle of each river that WDBII draws by its two banks, from end to end."""
    banks = linemerge(unary_union([LineString(points) for level, points in coastSegments("-Ia", frame) if level == 0]))
    return [middleLine(ring) for ring in getattr(banks, "geoms", [banks]) if ring.is_closed]


def middleLine(ring):
    """Cut where the river is thinnest, at the two vertices farthest apart; halfway from one bank to the nearest place of the other."""
    points = list(ring.coords)[:-1]
    corners = MultiPoint(points).convex_hull.exterior.coords
    a, b = max(((p, q) for p in corners for q in corners), key=lambda pair: LineString(pair).length)
    i, j = sorted((points.index(a), points.index(b)))
    left, right = LineString(points[i:j + 1]), LineString(points[j:] + points[:i + 1])
    near = [right.interpolate(right.project(Point(p))) for p in left.coords]
    return LineString(rounded(((x + n.x) / 2, (y + n.y) / 2) for (x, y), n in zip(left.coords, near)))


def classified(allFaces, frame):
    """(land faces, lake faces) as GSHHG has them: land holds islands in lakes, but no lakes."""
    inside = [face.representative_point().coords[0] for face in allFaces]
    land, lake = selected(inside, frame, "s/k/s/k/s"), selected(inside, frame, "s/s/k/s/k")
    return [f for f, yes in zip(allFaces, land) if yes], [f for f, yes in zip(allFaces, lake) if yes]


def selected(points, frame, mask):
    text = "".join(f"{x:.9f} {y:.9f} {i}\n" for i, (x, y) in enumerate(points))
    kept = {int(float(line.split()[2])) for line in gmt(["select", region(frame), "-Df", "-N" + mask], text).splitlines()}
    return [i in kept for i in range(len(points))]


def country(code):
    """The polygons of a country (ISO code of two letters) in the Digital Chart of the World, longitudes from -180 to 180."""
    rings = [points for _, points in segments(gmt(["coast", "-E" + code, "-M"]))]
    return [Polygon(rounded(((x + 180) % 360 - 180, y) for x, y in ring)) for ring in rings if len(ring) > 3]
