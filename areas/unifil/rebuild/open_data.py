"""Reads the open data of Debian packages and npm packages as shapely geometry in degrees, to six decimals. Writes nothing."""
import json
import re
import subprocess
import tempfile

from shapely.geometry import LineString, Polygon, shape
from shapely.ops import linemerge, unary_union

DETAIL = (29.5, 28.5, 41.5, 38.5)  # W, S, E, N of the detailed base; beyond it the world base is drawn
RIVERS = (33.0, 30.5, 38.5, 37.0)


def rounded(points):
    """Six decimals (11 cm), equal neighbours dropped: the same place gets the same numbers in every layer."""
    out = []
    for x, y in (p[:2] for p in points):
        point = (round(x, 6), round(y, 6))
        if not out or out[-1] != point:
            out.append(point)
    return out


def gmt(command, text=""):
    with tempfile.TemporaryDirectory() as folder:  # GMT leaves its history in the folder where it is run
        return subprocess.run(command, input=text, cwd=folder, check=True, capture_output=True, text=True).stdout


def gmtSegments(what, box):
    """[(level, points)] of GSHHG coasts ("-W") or WDBII rivers ("-Ia")."""
    command = ["gmt", "coast", "-R%g/%g/%g/%g" % (box[0], box[2], box[1], box[3]), "-Df", what, "-M"]
    text = gmt(command)
    segments, level, points = [], None, []
    for line in text.splitlines() + [">"]:
        if line.startswith(">"):
            if len(points) > 1:
                segments.append((level, points))
            match = re.search(r"Level (\d+)", line)
            level, points = (int(match[1]) if match else None), []
        elif not line.startswith("#"):
            points.append(tuple(float(v) for v in line.split()[:2]))
    return [(level, rounded(points)) for level, points in segments if len(rounded(points)) > 1]


def isOnLand(points):
    """For each point: does GSHHG have land (or an island in a lake) there? Lakes are asked for by isLake."""
    return gmtSelect(points, "s/k/s/k/s")


def isLake(points):
    return gmtSelect(points, "s/s/k/s/k")


def gmtSelect(points, mask):
    text = "".join(f"{x:.9f} {y:.9f} {i}\n" for i, (x, y) in enumerate(points))
    box = "-R%g/%g/%g/%g" % (DETAIL[0], DETAIL[2], DETAIL[1], DETAIL[3])
    kept = {int(float(line.split()[2])) for line in gmt(["gmt", "select", box, "-Df", "-N" + mask], text).splitlines()}
    return [i in kept for i in range(len(points))]


def coastLines():
    return [LineString(points) for _, points in gmtSegments("-W", DETAIL)]


def riverLines():
    """[(permanent, line)]: levels 1–5 flow all year, 6–8 part of it; canals (9, 10) are left out."""
    segments = gmtSegments("-Ia", RIVERS)
    out = []
    for permanent in (True, False):
        wanted = range(1, 6) if permanent else range(6, 9)
        lines = [LineString(points) for level, points in segments if level in wanted]
        merged = linemerge(unary_union(lines))
        out += [(permanent, LineString(rounded(line.coords))) for line in merged.geoms]
    return out


def osmCountries(package, wanted):
    """isoA3 -> polygon of OpenStreetMap's borders, with the territorial sea."""
    with open(f"{package}/borders.geo.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    countries = {}
    for feature in features:
        code = feature["properties"]["isoA3"]
        if code in wanted:
            polygons = [g for g in feature["geometry"]["geometries"] if "Polygon" in g["type"]]
            parts = [p for g in polygons for p in getattr(shape(g), "geoms", [shape(g)])]
            countries[code] = [Polygon(rounded(p.exterior.coords), [rounded(r.coords) for r in p.interiors]) for p in parts]
    return countries


def adminRegions(package, countries):
    """[(country, name, name_ar, polygon)] of Natural Earth's first administrative level."""
    with open(f"{package}/data/states/admin1.json", encoding="utf-8") as file:
        features = json.load(file)["features"]
    out = []
    for feature in features:
        p = feature["properties"]
        if p["adm0_a3"] in countries:
            out.append((p["adm0_a3"], p["name_en"] or p["name"], p["name_ar"], shape(feature["geometry"])))
    return sorted(out, key=lambda row: (row[0], row[1]))


def disputedLines(geopackage):
    """[(name, line)] of QGIS's copy of Natural Earth's disputed borders."""
    text = subprocess.run(["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", geopackage, "disputed_borders", "-lco", "COORDINATE_PRECISION=6"],
                          check=True, capture_output=True, text=True).stdout
    return [(f["properties"]["name"], shape(f["geometry"])) for f in json.loads(text)["features"]]


def geonames(package):
    """id -> row of GeoNames: name, lat, lon, country, population, feature code."""
    towns = {}
    with open(f"{package}/dist/cities500.txt", encoding="utf-8") as file:
        for line in file:
            c = line.rstrip("\n").split("\t")
            towns[c[0]] = {"name": c[1], "lat": float(c[4]), "lon": float(c[5]), "code": c[7], "country": c[8], "population": int(c[14])}
    return towns
