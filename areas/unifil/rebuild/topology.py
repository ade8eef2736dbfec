# SPDX-License-Identifier: Apache-2.0
"""The lines that cut the area of operations and its sectors out of the land.

Coast, Lebanon's border, the Litani, the northern limit and the sector boundary are noded together once; the faces between them
are then gathered into land, Lebanon, the area of operations and the sectors. Degrees, six decimals.
"""
from shapely.geometry import LineString, Point

from shapes import nearestVertex, rounded

# Where the northern limit leaves the Litani (above the bend at Beaufort, north of Marjayoun), where it crosses the Hasbani and
# where it meets the Syrian border: read from the text of the deployment maps, good to about 2 km.
NORTHERN_LIMIT = {"litani": (35.552, 33.370), "hasbani": (35.645, 33.376), "syria": (35.815, 33.385)}
LITANI_MOUTH = (35.2425, 33.34583)


def litaniCourse(rivers, coast):
    """The Litani from its mouth upstream; its end is drawn on across the coast so that it cuts the land."""
    line = min((line for _, line in rivers), key=lambda line: line.distance(Point(LITANI_MOUTH)))
    points = list(line.coords)
    if Point(points[0]).distance(Point(LITANI_MOUTH)) > Point(points[-1]).distance(Point(LITANI_MOUTH)):
        points.reverse()
    shore = coast.interpolate(coast.project(Point(points[0])))
    reach = (2 * shore.x - points[0][0], 2 * shore.y - points[0][1])
    return LineString(rounded([reach] + points))


def northernLimit(litani, hasbani, syria):
    """From the Litani over the Hasbani to the Syrian border, through vertices of all three."""
    corners = [litani.coords[nearestVertex(litani, NORTHERN_LIMIT["litani"])],
               hasbani.coords[nearestVertex(hasbani, NORTHERN_LIMIT["hasbani"])],
               syria.coords[nearestVertex(syria, NORTHERN_LIMIT["syria"])]]
    return LineString(corners)


def beyond(end, before):
    """The end drawn on by a thousandth of its segment: enough to cross the line it ends on."""
    return (end.x + (end.x - before[0]) * 1e-3, end.y + (end.y - before[1]) * 1e-3)


def reachedOn(line, border, river):
    """The sector boundary from the border to the river, its two ends moved onto them and a little beyond so that it cuts."""
    points = list(line.coords)
    first = border.interpolate(border.project(Point(points[0])))
    last = river.interpolate(river.project(Point(points[-1])))
    return LineString([beyond(first, points[1]), *points[1:-1], beyond(last, points[-2])])
