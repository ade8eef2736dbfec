# SPDX-License-Identifier: Apache-2.0
"""Checks what build_area.py wrote: valid geometry, edges that are shared vertex by vertex, and facts known from elsewhere."""
import math
import pathlib
import sys

from shapely.geometry import Point

AREA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AREA.parent / "rebuild"))

from checking import Checking

CHECKING = Checking(AREA)
expect, layer = CHECKING.expect, CHECKING.layer


def named(features, name):
    return next(g for g, p in features if p["name"] == name)


def areaKm2(geometry):
    """Good to 0.5 % at this latitude."""
    middle = math.radians(geometry.centroid.y)
    return geometry.area * 111.32 * math.cos(middle) * 110.9


def lengthKm(line):
    points = list(line.coords)
    return sum(math.hypot((b[0] - a[0]) * 111.32 * math.cos(math.radians(a[1])), (b[1] - a[1]) * 110.9) for a, b in zip(points, points[1:]))


def vertices(geometry):
    if hasattr(geometry, "geoms"):
        return set().union(*(vertices(g) for g in geometry.geoms))
    if geometry.geom_type == "Polygon":
        return set(geometry.exterior.coords).union(*(set(r.coords) for r in geometry.interiors))
    return set(geometry.coords)


def checkSharedEdges():
    land, lebanon = layer("land")[0][0], layer("lebanon")[0][0]
    operations, sectors = layer("area_of_operations")[0][0], layer("sectors")
    west, east = named(sectors, "Sector West"), named(sectors, "Sector East")
    blue = [g for g, _ in layer("blue_line")]
    expect(vertices(operations) <= vertices(lebanon) | vertices(layer("ao_limit")[0][0]) , "area of operations: every vertex is Lebanon's or the limit's")
    southern = set().union(*(vertices(g) for g in blue))
    expect(southern <= vertices(operations), "Blue Line: every vertex is one of the area of operations")
    expect(southern <= vertices(lebanon), "Blue Line: every vertex is one of Lebanon's border")
    expect(vertices(lebanon) - southern <= vertices(land) | set(layer("borders")[0][0].coords), "Lebanon: every other vertex is coast or border with Syria")
    parting = layer("sector_boundary")[0][0]
    expect(vertices(parting) <= vertices(west) & vertices(east), "sector boundary: every vertex is in both sectors")
    expect(west.intersection(east).area < 1e-12, "sectors do not overlap")
    expect(abs(west.area + east.area - operations.area) < 1e-9, "the two sectors make up the area of operations")
    length = sum(map(lengthKm, blue))
    expect(108 < length < 125, f"Blue Line: {length:.1f} km; the United Nations give about 120, with every turn")
    print(f"      Sector West {areaKm2(west):.0f} km², Sector East {areaKm2(east):.0f} km²")


def checkBorders():
    pieces = {}
    for line, p in layer("borders"):
        pieces.setdefault((p["side_a"], p["side_b"]), []).append(lengthKm(line))
    expect(all(len(lengths) <= 2 for lengths in pieces.values()), "no border is in more than two pieces")
    for pair, least in ((("IRQ", "SAU"), 200), (("JOR", "SAU"), 680), (("ISR", "JOR"), 300), (("LBN", "SYR"), 300)):
        expect(sum(pieces[pair]) > least, "%s–%s: %.0f km, without gaps" % (*pair, sum(pieces[pair])))


def checkFacts():
    operations, towns = layer("area_of_operations")[0][0], {p["name"]: g for g, p in layer("towns")}
    land = layer("land")[0][0]
    expect(1000 < areaKm2(operations) < 1120, "area of operations: %.0f km², the United Nations give 1 060" % areaKm2(operations))
    for name in ("Naqoura", "Tyre", "Tibnin", "Marjayoun", "Bint Jbeil", "Ebel es-Saqi", "Shebaa", "Khiam"):
        expect(operations.contains(towns[name]), f"{name} lies in the area of operations")
    for name in ("Nabatiyeh", "Sidon", "Hasbaiya", "Metula", "Kiryat Shmona", "Nahariyya", "Quneitra"):
        expect(not operations.contains(towns[name]), f"{name} lies outside it")
    litani = min((g for g, p in layer("rivers") if p["name"] == "Litani"), key=lambda g: g.bounds[0])
    mouth = min((litani.coords[0], litani.coords[-1]))
    expect(abs(mouth[1] - 33.34) < 0.01, "the Litani ends in the sea at %.4f N" % mouth[1])
    for name, point in towns.items():
        if point.distance(land) > 0:
            print(f"      {name} stands {point.distance(land) * 111:.2f} km off the coast as drawn")
    expect(all(point.distance(land) < 0.004 for point in towns.values()), "every town stands on land")


def checkUnits():
    operations, sectors = layer("area_of_operations")[0][0], layer("sectors")
    units = {u["id"]: u for u in CHECKING.units()}
    for unit in units.values():
        if unit["lat"] and unit["echelon"] in ("battalion", "brigade", "division", "company"):
            place = Point(float(unit["lon"]), float(unit["lat"]))
            if not operations.contains(place):
                print(f"      {unit['id']} is drawn {place.distance(operations) * 111:.2f} km outside the area of operations")
            home = unit["parent"] if unit["parent"] in ("sw_hq", "se_hq") else unit["id"]
            wanted = {"sw_hq": "Sector West", "se_hq": "Sector East"}.get(home)
            if wanted and not named(sectors, wanted).buffer(0.004).contains(place):
                expect(False, f"{unit['id']} stands in {wanted}")
    on = [u["id"] for u in units.values() if (u["valid_from"] or "0") <= "2018-11-06" and (not u["valid_to"] or "2018-11-06" < u["valid_to"])]
    expect({"unifil_hq", "sw_hq", "se_hq", "indbatt", "kazcoy", "nepbatt", "indobatt", "italbatt", "ghanbatt", "malbatt", "rokbatt", "irishfinbatt",
            "spanbatt_prev", "fcr"} <= set(on), "headquarters, every battalion and the Kazakh company stand on 6 November 2018")


if __name__ == "__main__":
    CHECKING.geometry()
    checkSharedEdges()
    checkBorders()
    checkFacts()
    checkUnits()
    sys.exit(1 if CHECKING.failures else 0)
