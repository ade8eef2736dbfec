# SPDX-License-Identifier: Apache-2.0
"""Writes an area's layers as GeoJSON and reads its tables; what every area has (towns, lettering, the world beyond) is written here."""
import csv
import json

from shapely.geometry import Point, Polygon, box, mapping
from shapely.ops import unary_union
from shapely.validation import make_valid
from shapely.geometry import MultiLineString

import natural_earth
import npm_data
from shapes import lineParts, snapped


def rows(area, name):
    with open(area / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def roundedCoordinates(value):
    if isinstance(value, (list, tuple)):
        return [roundedCoordinates(v) for v in value]
    return round(value, 6)


def write(area, name, features):
    """[(geometry, properties)] as GeoJSON, one feature a line, so that a change is seen in a diff."""
    lines = []
    for geometry, properties in features:
        shown = mapping(geometry)
        feature = {"type": "Feature", "properties": properties,
                   "geometry": {"type": shown["type"], "coordinates": roundedCoordinates(shown["coordinates"])}}
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    text = '{"type":"FeatureCollection","name":"%s","features":[\n%s\n]}\n' % (name, ",\n".join(lines))
    (area / "data").mkdir(exist_ok=True)
    (area / "data" / f"{name}.geojson").write_text(text, encoding="utf-8")


def writeTowns(area, package):
    """facts/towns.csv with the places of GeoNames; a row without its number carries a place of its own."""
    known, features = npm_data.geonames(package), []
    for row in rows(area, "facts/towns.csv"):
        town = known[row["geonames_id"]] if row["geonames_id"] else {"lat": float(row["lat"]), "lon": float(row["lon"]), "population": 0}
        properties = {"name": row["name"], "name_ar": row["name_ar"], "rank": int(row["rank"]), "population": town["population"],
                      "geonames_id": row["geonames_id"], "source": row["source"] or "GeoNames"}
        features.append((Point(town["lon"], town["lat"]), properties))
    write(area, "towns", sorted(features, key=lambda f: (f[1]["rank"], f[1]["name"])))


def lettering(kind, name, arabic, span, rank=1):
    return {"kind": kind, "name": name, "name_ar": arabic, "range": span, "rank": rank}


def countryLettering(countries, written):
    """[(point, properties)]: names for small scales of the countries that have none written by hand."""
    features = []
    for name, arabic, polygon in countries:
        largest = max(getattr(polygon, "geoms", [polygon]), key=lambda p: p.area)
        if name and name not in written and name != "State of Palestine" and largest.area > 0.5:
            rank = natural_earth.rankOf(polygon.area)
            features.append((largest.representative_point(), lettering("country", name, arabic, "far", rank)))
    return features


# ---- the world beyond the detailed base ------------------------------------------------------------------------------------

def worldPolygon(atlas, country, arcs):
    rings = [[natural_earth.degrees(atlas, ring) for ring in polygon] for polygon in natural_earth.polygonRings(country, arcs)]
    return unary_union([make_valid(Polygon(polygon[0], polygon[1:])) for polygon in rings])


def borderLines(atlas, countries, arcs):
    """[((class, left, right), lines)] in degrees."""
    found = natural_earth.borderArcs(atlas, countries, arcs)
    return [(key, MultiLineString([natural_earth.degrees(atlas, arcs[i]) for i in indices])) for key, indices in sorted(found.items())]


def writeWorld(area, package, world, detail):
    """Countries of the frame `world` outside the frame `detail`. They reach a little under it, so that no seam shows between the two."""
    atlas = natural_earth.loadTopology(f"{package}/countries-50m.json")
    countries, arcs = natural_earth.namedCountries(atlas), natural_earth.decodeArcs(atlas)
    west, south, east, north = detail
    ring = box(*world).difference(box(west + 0.05, south + 0.05, east - 0.05, north - 0.05))
    features, shown = [], []
    for country in countries:
        whole = worldPolygon(atlas, country, arcs).intersection(box(*world))
        outside = snapped(whole.intersection(ring))
        p = country["properties"]
        if not whole.is_empty:
            shown.append((p["name"], p["name_ar"], whole))
        if not outside.is_empty:
            features.append((outside, {"name": p["name"], "name_ar": p["name_ar"], "iso": p["iso"]}))
    write(area, "world", sorted(features, key=lambda f: (f[1]["iso"], f[1]["name"])))
    lines, beyond = [], box(*world).difference(box(*detail))
    for (kind, left, right), border in borderLines(atlas, countries, arcs):
        lines += [(line, {"class": kind, "side_a": left, "side_b": right}) for line in lineParts(border.intersection(beyond))]
    write(area, "world_borders", lines)
    return shown
