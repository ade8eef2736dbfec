# SPDX-License-Identifier: Apache-2.0
"""Checks what build_area.py wrote: valid geometry, edges that are shared, and facts known from elsewhere."""
import math
import pathlib
import sys

from shapely.geometry import Point, shape
from shapely.ops import unary_union

AREA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AREA.parent / "rebuild"))

from checking import Checking

CHECKING = Checking(AREA)
expect, layer = CHECKING.expect, CHECKING.layer
WEST_OF_BERM = {"ts_mahbas", "ts_smara", "ts_oumdreyga", "ts_awsard"}
EAST_OF_BERM = {"ts_birlahlou", "ts_tifariti", "ts_mehaires", "ts_mijek", "ts_agwanit"}


def areaKm2(geometry):
    """Good to 1 % between 20° and 28° N: strip by strip of latitude."""
    total, south = 0.0, 20.0
    while south < 28:
        west, _, east, _ = geometry.bounds
        strip = geometry.intersection(shape({"type": "Polygon", "coordinates": [[(west, south), (east, south), (east, south + 0.5), (west, south + 0.5), (west, south)]]}))
        total += strip.area * 111.32 * math.cos(math.radians(south + 0.25)) * 110.8
        south += 0.5
    return total


def checkTerritory():
    whole, land = layer("western_sahara")[0][0], layer("land")[0][0]
    expect(whole.difference(land).area < 1e-9, "Western Sahara is land")
    area = areaKm2(whole)
    expect(255000 < area < 275000, f"Western Sahara: {area:.0f} km²; the United Nations give 266 000")
    towns = {p["name"]: g for g, p in layer("towns")}
    for name in ("Laayoune", "Smara", "Boujdour", "Dakhla", "Awsard", "Guelta Zemmur", "Bu Craa", "Tifariti", "Bir Lahlou"):
        expect(whole.buffer(0.01).contains(towns[name]), f"{name} lies in the territory")
    for name in ("Tarfaya", "Zag", "Tindouf", "Nouadhibou", "Bir Moghrein", "Zouerate"):
        expect(not whole.contains(towns[name]), f"{name} lies outside it")
    for name, point in towns.items():
        if point.within(land.envelope) and point.distance(land) > 0.01:
            print(f"      {name} stands {point.distance(land) * 111:.1f} km off the coast as drawn")


def checkZones():
    whole, berm, zones = layer("western_sahara")[0][0], layer("berm")[0][0], layer("zones")
    buffer = unary_union([g for g, p in zones if p["kind"] == "buffer"])
    sides = {p["side"]: g for g, p in zones if p["kind"] == "restricted"}
    expect(all(g.difference(whole).area < 1e-6 for g in (buffer, *sides.values())), "the zones do not leave the territory")
    expect(buffer.difference(sides["east"]).area < 1e-6, "the buffer strip is part of the eastern restricted area")
    expect(sides["east"].intersection(sides["west"]).area < 1e-6, "the restricted areas do not overlap")
    expect(sides["west"].distance(berm) < 1e-6, "the restricted areas begin at the berm")
    return buffer, sides


def checkUnits():
    units = {u["id"]: u for u in CHECKING.units()}
    whole = layer("western_sahara")[0][0]
    buffer, sides = checkZones()
    places = {key: Point(float(u["lon"]), float(u["lat"])) for key, u in units.items()}
    expect(all(whole.contains(places[key]) for key in WEST_OF_BERM | EAST_OF_BERM), "the nine team sites lie in the territory")
    for key in sorted(WEST_OF_BERM | EAST_OF_BERM):
        nearest = min(sides, key=lambda side: places[key].distance(sides[side]))
        expect(nearest == ("west" if key in WEST_OF_BERM else "east"), f"{key} stands {nearest} of the berm")
    expect(all(places[key].distance(buffer) > 0 for key in EAST_OF_BERM), "no team site stands in the buffer strip")


if __name__ == "__main__":
    CHECKING.geometry()
    checkTerritory()
    checkUnits()
    sys.exit(1 if CHECKING.failures else 0)
