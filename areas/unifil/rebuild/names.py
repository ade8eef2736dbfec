# SPDX-License-Identifier: Apache-2.0
"""Names set by hand: rivers, lakes and the lettering that belongs to no feature. Degrees."""

# name, Arabic name, places on it, (south, north) limits in latitude where one drawn line bears two names
RIVERS = [
    ("Litani", "نهر الليطاني", [(35.4, 33.315), (35.70, 33.75)], None),
    ("Hasbani", "نهر الحاصباني", [(35.66, 33.42)], (33.19, 34.0)),
    ("Jordan", "نهر الأردن", [(35.62, 33.12), (35.615, 33.0), (35.572, 32.60), (35.53, 32.05), (35.55, 31.85)], (31.0, 33.19)),
    ("Awali", "نهر الأولي", [(35.45, 33.575)], None),
    ("Wadi Saluki", "وادي السلوقي", [(35.47, 33.27)], None),
    ("Yarmouk", "نهر اليرموك", [(35.75, 32.72)], None),
    ("A'waj", "نهر الأعوج", [(36.2, 33.36)], None),
    ("Barada", "نهر بردى", [(36.3, 33.53)], None),
    ("Zarqa", "نهر الزرقاء", [(35.85, 32.2)], None),
]

LAKES = [  # name, Arabic name, a place in it
    ("Lake Tiberias", "بحيرة طبريا", (35.59, 32.82)),
    ("Lake Qaraoun", "بحيرة القرعون", (35.69, 33.565)),
    ("Dead Sea", "البحر الميت", (35.49, 31.5)),
    ("Lake Assad", "بحيرة الأسد", (38.15, 36.0)),
]

# kind, name, Arabic name, place, and the scales it is meant for: near (the first view) or far
LETTERING = [
    ("country", "Lebanon", "لبنان", (35.50, 33.475), "near"),
    ("country", "Israel", "إسرائيل", (35.335, 33.005), "near"),
    ("country", "Syria", "سوريا", (36.00, 33.33), "near"),
    ("country", "Lebanon", "لبنان", (35.88, 34.02), "far"),
    ("country", "Israel", "إسرائيل", (34.85, 30.85), "far"),
    ("country", "Syria", "سوريا", (38.3, 35.0), "far"),
    ("country", "Jordan", "الأردن", (36.6, 31.2), "far"),
    ("country", "Cyprus", "قبرص", (33.1, 34.98), "far"),
    ("country", "Egypt", "مصر", (30.5, 29.4), "far"),
    ("country", "Türkiye", "تركيا", (34.5, 38.0), "far"),
    ("country", "Iraq", "العراق", (42.8, 33.2), "far"),
    ("country", "Saudi Arabia", "المملكة العربية السعودية", (44.5, 24.5), "far"),
    ("territory", "West Bank", "الضفة الغربية", (35.25, 32.2), "far"),
    ("territory", "Gaza Strip", "قطاع غزة", (34.36, 31.41), "far"),
    ("territory", "Golan", "الجولان", (35.765, 33.055), "near"),
    ("sector", "Sector West", "القطاع الغربي", (35.29, 33.222), "near"),
    ("sector", "Sector East", "القطاع الشرقي", (35.492, 33.228), "near"),
    ("sea", "Mediterranean Sea", "البحر الأبيض المتوسط", (34.93, 33.40), "near"),
    ("sea", "Mediterranean Sea", "البحر الأبيض المتوسط", (33.2, 33.6), "far"),
]
