# SPDX-License-Identifier: Apache-2.0
"""Names set by hand: provinces, rivers, lakes and the lettering that belongs to no feature. Degrees."""

# Natural Earth's name, name on the map, Arabic name, brigade area of autumn 2003, kept until October 2008
PROVINCES = [
    ("Babylon", "Babil", "بابل", "Polish-led brigade", False),
    ("Karbala", "Karbala", "كربلاء", "Polish-led brigade", False),
    ("Najaf", "Najaf", "النجف", "Spanish-led brigade", False),
    ("Al-Qādisiyyah", "Qadisiyah", "القادسية", "Spanish-led brigade", True),
    ("Wasit", "Wasit", "واسط", "Ukrainian brigade", True),
]
OTHER_PROVINCES = {  # name on the map, Arabic name
    "Al Anbar": ("Anbar", "الأنبار"), "Diyala": ("Diyala", "ديالى"), "Maysan": ("Maysan", "ميسان"),
    "Dhi Qar": ("Dhi Qar", "ذي قار"), "Al Muthanna": ("Muthanna", "المثنى"), "Basra": ("Basra", "البصرة"), "Saladin": ("Salah ad-Din", "صلاح الدين"),
    "Nineveh": ("Ninawa", "نينوى"), "Kirkuk": ("Kirkuk", "كركوك"), "Duhok": ("Dahuk", "دهوك"), "Erbil": ("Arbil", "أربيل"),
    "Sulaymaniyah": ("Sulaymaniyah", "السليمانية"),
}

# name, Arabic name, rank, places on it; where a place lies on two lines, the earlier river has it
RIVERS = [
    ("Hillah", "شط الحلة", 2, [(44.452, 32.455), (44.909, 32.015)]),
    ("Tigris", "نهر دجلة", 1, [(43.15, 36.34), (43.691, 34.617), (43.95, 34.15), (45.82, 32.51), (47.138, 31.837), (47.43, 31.2)]),
    ("Euphrates", "نهر الفرات", 1, [(41.0, 34.4), (43.30, 33.43), (44.16, 33.03), (46.3, 31.03), (45.0, 31.4)]),
    ("Shatt al-Arab", "شط العرب", 1, [(47.60, 30.80), (47.85, 30.52), (48.192, 30.436)]),
    ("Gharraf", "شط الغراف", 2, [(46.04, 32.17), (46.17, 31.41)]),
    ("Diyala", "نهر ديالى", 2, [(44.75, 33.75), (44.95, 34.1)]),
    ("Karun", "نهر كارون", 2, [(48.671, 31.293)]),
    ("Karkheh", "نهر الكرخة", 2, [(48.219, 32.184)]),
]

LAKES = [  # name, Arabic name, a place in it
    ("Tharthar", "بحيرة الثرثار", (43.25, 34.0)),
    ("Habbaniyah", "بحيرة الحبانية", (43.45, 33.28)),
    ("Razzazah", "بحيرة الرزازة", (43.65, 32.70)),
    ("Hammar Marsh", "هور الحمار", (47.0, 30.8)),
]

# kind, name, Arabic name, place, and the scales it is meant for: near (the first view) or far
LETTERING = [
    ("country", "Iraq", "العراق", (42.55, 32.25), "near"),
    ("country", "Iran", "إيران", (47.05, 33.35), "near"),
    ("country", "Saudi Arabia", "المملكة العربية السعودية", (42.25, 30.55), "near"),
    ("country", "Iraq", "العراق", (43.2, 33.5), "far"),
    ("country", "Iran", "إيران", (51.5, 33.0), "far"),
    ("country", "Saudi Arabia", "المملكة العربية السعودية", (44.5, 26.0), "far"),
    ("country", "Syria", "سوريا", (38.6, 35.2), "far"),
    ("country", "Jordan", "الأردن", (36.9, 31.2), "far"),
    ("country", "Kuwait", "الكويت", (47.55, 29.35), "far"),
    ("country", "Türkiye", "تركيا", (39.0, 38.6), "far"),
    ("division", "Multinational Division South-East", "الفرقة متعددة الجنسيات – جنوب شرق", (45.75, 30.65), "near"),
    ("sea", "Persian Gulf", "الخليج", (50.2, 28.3), "far"),
]

PLACES = {  # of provinces' names, where the middle is taken by towns, units or a corner of the map
    "Najaf": (43.75, 31.15), "Wasit": (45.55, 32.85), "Qadisiyah": (45.05, 31.75), "Babil": (44.36, 33.06), "Karbala": (43.55, 32.35),
}
