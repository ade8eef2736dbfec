# SPDX-License-Identifier: Apache-2.0
"""Reads Natural Earth's countries from the TopoJSON of the npm package world-atlas, names them, and sorts their borders.

Coordinates are the file's whole steps unless a
function says degrees. Nothing is written here.
"""
import gettext
import json
import math
import re

import seam

ISO_CODES = "/usr/share/iso-codes/json/iso_3166-1.json"
LOCALES = "/usr/share/locale"
VOWEL_SIGNS = re.compile("[\u064b-\u0652]")  # maps are set without them

# Natural Earth draws who holds the ground, not who is recognised. These places are outlined by dashes, as the United
# Nations' own maps do; a place that is no ISO country gets no name either.
UNSETTLED = {
    frozenset(pair)
    for pair in [
        ("Israel", "Palestine"), ("Jordan", "Palestine"), ("Egypt", "Palestine"), ("Israel", "Syria"),
        ("Morocco", "W. Sahara"), ("Mauritania", "W. Sahara"), ("Algeria", "W. Sahara"),
        ("Serbia", "Kosovo"), ("Montenegro", "Kosovo"), ("Albania", "Kosovo"), ("Macedonia", "Kosovo"), ("North Macedonia", "Kosovo"),
        ("Somalia", "Somaliland"), ("Ethiopia", "Somaliland"), ("Djibouti", "Somaliland"),
        ("Cyprus", "N. Cyprus"), ("Cyprus", "Cyprus U.N. Buffer Zone"), ("N. Cyprus", "Cyprus U.N. Buffer Zone"),
        ("Cyprus", "Dhekelia"), ("N. Cyprus", "Dhekelia"), ("Cyprus U.N. Buffer Zone", "Dhekelia"), ("Cyprus", "Akrotiri"),
        ("India", "Pakistan"), ("India", "Siachen Glacier"), ("Pakistan", "Siachen Glacier"), ("China", "Siachen Glacier"),
        ("Sudan", "S. Sudan"), ("North Korea", "South Korea"), ("Russia", "Ukraine"), ("Kazakhstan", "Baikonur"),
    ]
}
# Of these borders only the part inside the box (W, S, E, N in degrees) is unsettled: the isthmus of Crimea, the Line of Control.
PARTLY = {
    frozenset(("Russia", "Ukraine")): (32.5, 45.5, 35.6, 46.5),
    frozenset(("India", "Pakistan")): (73.5, 32.5, 78.0, 37.0),
}
NAMES = {  # as on UN maps, where Natural Earth or the ISO list says otherwise
    "Falkland Is.": "Falkland Islands (Malvinas)", "W. Sahara": "Western Sahara", "Macedonia": "North Macedonia",
    "eSwatini": "Eswatini", "Turkey": "Türkiye", "Russia": "Russian Federation", "Palestine": "State of Palestine",
    "S. Sudan": "South Sudan",
    "Dem. Rep. Congo": "Democratic Republic of the Congo", "Central African Rep.": "Central African Republic",
    "Dominican Rep.": "Dominican Republic", "Bosnia and Herz.": "Bosnia and Herzegovina", "Eq. Guinea": "Equatorial Guinea",
    "Solomon Is.": "Solomon Islands", "Marshall Is.": "Marshall Islands", "Taiwan": "",
    "North Korea": "Democratic People's Republic of Korea", "South Korea": "Republic of Korea", "Vietnam": "Viet Nam",
    "Antigua and Barb.": "Antigua and Barbuda", "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
}
ARABIC = {  # where iso-codes has none, or a form too long for a map
    "Lebanon": "لبنان", "Israel": "إسرائيل", "Syria": "سوريا", "Jordan": "الأردن", "Palestine": "دولة فلسطين", "Cyprus": "قبرص",
    "Egypt": "مصر", "Iraq": "العراق", "Turkey": "تركيا", "Saudi Arabia": "المملكة العربية السعودية", "Russia": "الاتحاد الروسي",
    "W. Sahara": "الصحراء الغربية", "Macedonia": "مقدونيا الشمالية", "Taiwan": "", "S. Sudan": "جنوب السودان", "Iran": "إيران",
    "eSwatini": "إسواتيني", "Czechia": "تشيكيا", "Vietnam": "فيتنام", "Dem. Rep. Congo": "جمهورية الكونغو الديمقراطية",
    "South Korea": "جمهورية كوريا", "North Korea": "جمهورية كوريا الشعبية الديمقراطية", "United States of America": "الولايات المتحدة",
    "United Kingdom": "المملكة المتحدة", "Tanzania": "تنزانيا", "Bolivia": "بوليفيا", "Venezuela": "فنزويلا", "Moldova": "مولدوفا",
    "Laos": "لاوس", "Libya": "ليبيا", "Belarus": "بيلاروس", "Brunei": "بروناي",
    "Antarctica": "أنتاركتيكا", "Montenegro": "الجبل الأسود", "Lithuania": "ليتوانيا", "Hungary": "هنغاريا", "Nicaragua": "نيكاراغوا", "Guam": "غوام",
    "British Virgin Is.": "جزر فيرجن البريطانية", "U.S. Virgin Is.": "جزر فيرجن الأمريكية", "Congo": "الكونغو", "Serbia": "صربيا",
    "Ashmore and Cartier Is.": "جزر آشمور وكارتييه",
}


def loadTopology(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def arabicNames():
    """ISO numeric code -> Arabic name, where Debian's iso-codes has a translation."""
    catalogue = gettext.translation("iso_3166-1", LOCALES, languages=["ar"])
    with open(ISO_CODES, encoding="utf-8") as file:
        countries = json.load(file)["3166-1"]
    found = {}
    for country in countries:
        for key in ("common_name", "name"):
            text = catalogue.gettext(country.get(key, "")) if country.get(key) else ""
            if text and text != country[key]:
                found[country["numeric"]] = VOWEL_SIGNS.sub("", text).split("، ")[0].replace(" و ", " و")
                break
    return found


def namedCountries(topology):
    """The country objects with name, name_ar, iso and source_name; what no ISO code names carries no name."""
    arabic = arabicNames()
    for country in topology["objects"]["countries"]["geometries"]:
        source, iso = country["properties"]["name"], country.get("id") or ""
        name = NAMES.get(source, source) if iso else ""
        name_ar = ARABIC.get(source, arabic.get(iso, "")) if name else ""
        country["properties"] = {"iso": iso, "name": name, "name_ar": name_ar, "source_name": source}
    return topology["objects"]["countries"]["geometries"]


def decodeArcs(topology):
    """The arcs in the file's own whole steps."""
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x, y))
        arcs.append(points)
    return arcs


def degrees(topology, points):
    (scaleX, scaleY), (startX, startY) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [(round(x * scaleX + startX, 6), round(y * scaleY + startY, 6)) for x, y in points]


def ringPoints(ring, arcs):
    points = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def polygonsOf(country):
    return country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]


def polygonRings(country, arcs):
    """[[outer, hole, …], …] of one country in steps, cut at the antimeridian."""
    out = []
    for polygon in polygonsOf(country):
        rings = [ringPoints(ring, arcs) for ring in polygon]
        out += seam.cutPolygon(rings) if any(map(seam.jumps, rings)) else [rings]
    return out


def rankOf(areaSquareDegrees):
    """1 for the largest countries, 2 for half their area, and so on: the order in which names find room."""
    return 1 + max(0, round(math.log2(2000 / max(areaSquareDegrees, 1e-6))))


def borderClass(left, right, middle):
    """`middle`: degrees of a vertex halfway."""
    pair = frozenset((left, right))
    if pair not in UNSETTLED:
        return "international"
    west, south, east, north = PARTLY.get(pair, (-180, -90, 180, 90))
    return "unsettled" if west <= middle[0] <= east and south <= middle[1] <= north else "international"


def arcUsers(countries):
    """arc index -> names of the countries whose rings use it."""
    users = {}
    for country in countries:
        for ring in (ring for polygon in polygonsOf(country) for ring in polygon):
            for index in ring:
                users.setdefault(index if index >= 0 else ~index, set()).add(country["properties"]["source_name"])
    return users


def borderArcs(topology, countries, arcs):
    """(class, left, right) -> indices of the arcs that two countries share: borders without coasts, each once."""
    borders = {}
    for index, names in sorted(arcUsers(countries).items()):
        if len(names) == 2:
            left, right = sorted(names)
            middle = degrees(topology, [arcs[index][len(arcs[index]) // 2]])[0]
            borders.setdefault((borderClass(left, right, middle), left, right), []).append(index)
    return borders


def coastArcs(countries):
    return [index for index, names in sorted(arcUsers(countries).items()) if len(names) == 1]
