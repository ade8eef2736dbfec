# SPDX-License-Identifier: Apache-2.0
"""Reads open data of npm packages and of Debian's qgis-common as shapely geometry in degrees. Nothing is written."""
import json
import subprocess

from shapely.geometry import Polygon, shape

from shapes import rounded


def osmCountries(package, wanted):
    """isoA3 -> polygons of OpenStreetMap's borders, with the territorial sea."""
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
