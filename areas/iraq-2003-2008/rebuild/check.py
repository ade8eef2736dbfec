# SPDX-License-Identifier: Apache-2.0
"""Checks what build_area.py wrote: valid geometry, edges that are shared, and facts known from elsewhere."""
import math
import pathlib
import sys

from shapely.geometry import Point
from shapely.ops import unary_union

AREA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AREA.parent / "rebuild"))

from checking import Checking

CHECKING = Checking(AREA)
expect, layer = CHECKING.expect, CHECKING.layer
# Where the units of 2003 must stand
PROVINCES = {"pl_bde": "Polish-led brigade", "es_bde": "Spanish-led brigade", "ua_bde": "Ukrainian brigade", "kazbat1": "Ukrainian brigade",
             "mndcs_hq03": "Polish-led brigade", "camp_charlie": "Polish-led brigade"}


def areaKm2(geometry):
    """Good to 1 % for areas a few degrees high."""
    return geometry.area * 111.32 * math.cos(math.radians(geometry.centroid.y)) * 110.9


def checkZone():
    iraq, brigades = layer("iraq")[0][0], {p["name"]: g for g, p in layer("brigade_areas")}
    zones = {p["name"]: g for g, p in layer("zone")}
    whole, kept = zones["Zone, 3 September 2003"], zones["Zone from 5 January 2006"]
    expect(430000 < areaKm2(iraq) < 445000, f"Iraq: {areaKm2(iraq):.0f} km²; published 438 000")
    expect(abs(sum(g.area for g in brigades.values()) - whole.area) < 1e-6, "the three brigade areas make up the zone")
    expect(whole.difference(iraq).area < 1e-6, "the zone lies in Iraq")
    expect(kept.difference(whole).area < 1e-6, f"the zone of 2006 is part of it: {areaKm2(kept):.0f} of {areaKm2(whole):.0f} km²")
    for g, p in layer("brigade_boundaries"):
        expect(all(Point(c).distance(area.boundary) < 1e-6 for name, area in brigades.items() if name in p["name"] for c in g.coords), f"{p['name']}: on the edge of both")
    return brigades, whole, kept


def checkPlaces(brigades, whole, kept):
    towns = {p["name"]: g for g, p in layer("towns")}
    for name in ("Karbala", "Najaf", "Hillah", "Diwaniyah", "Al Kut", "Suwayrah", "Numaniyah", "Al Hayy"):
        expect(whole.contains(towns[name]), f"{name} lies in the zone")
    for name in ("Baghdad", "Nasiriyah", "Samawah", "Amarah", "Basra", "Fallujah"):
        expect(not whole.contains(towns[name]), f"{name} lies outside it")
    expect(kept.contains(towns["Al Kut"]) and kept.contains(towns["Diwaniyah"]) and not kept.contains(towns["Hillah"]), "Al Kut and Diwaniyah were kept in 2006, Hillah was not")
    tigris = unary_union([g for g, p in layer("rivers") if p["name"] == "Tigris"])
    for name in ("Baghdad", "Al Kut", "Amarah", "Mosul"):
        expect(towns[name].distance(tigris) < 0.06, f"{name} stands on the Tigris")


def checkUnits(brigades):
    units = CHECKING.units()
    for u in units:
        if u["id"] in PROVINCES:
            expect(brigades[PROVINCES[u["id"]]].contains(Point(float(u["lon"]), float(u["lat"]))), f"{u['id']} stands in the area of the {PROVINCES[u['id']]}")
    days = sorted((u["valid_from"], u["valid_to"]) for u in units if u["country"] == "KAZ" and "KAZBAT" in u["name"])
    expect(all(a[1] == b[0] for a, b in zip(days, days[1:])), f"the Kazakh engineers stand without a gap from {days[0][0]} to {days[-1][1]}")


if __name__ == "__main__":
    CHECKING.geometry()
    found = checkZone()
    checkPlaces(*found)
    checkUnits(found[0])
    sys.exit(1 if CHECKING.failures else 0)
