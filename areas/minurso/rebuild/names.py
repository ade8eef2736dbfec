# SPDX-License-Identifier: Apache-2.0
"""Names set by hand: wadis and the lettering that belongs to no feature. Degrees."""

# name, Arabic name, a place on it
WADIS = [
    ("Saguia el-Hamra", "الساقية الحمراء", (-12.60, 26.98)),
    ("Draa", "وادي درعة", (-8.30, 28.95)),
]

# kind, name, Arabic name, place, and the scales it is meant for: near (the first view) or far
LETTERING = [
    ("territory", "Western Sahara", "الصحراء الغربية", (-13.60, 25.30), "near"),
    ("status", "Non-Self-Governing Territory", "إقليم غير متمتع بالحكم الذاتي", (-13.60, 25.05), "near"),
    ("country", "Morocco", "المغرب", (-8.9, 28.75), "near"),
    ("country", "Algeria", "الجزائر", (-6.6, 27.1), "near"),
    ("country", "Mauritania", "موريتانيا", (-9.7, 23.2), "near"),
    ("islands", "Canary Islands (Spain)", "جزر الكناري (إسبانيا)", (-16.15, 27.45), "near"),
    ("territory", "Western Sahara", "الصحراء الغربية", (-13.4, 24.9), "far"),
    ("country", "Morocco", "المغرب", (-6.3, 32.2), "far"),
    ("country", "Algeria", "الجزائر", (2.6, 28.2), "far"),
    ("country", "Mauritania", "موريتانيا", (-10.3, 20.2), "far"),
    ("country", "Mali", "مالي", (-1.5, 18.5), "far"),
    ("country", "Senegal", "السنغال", (-14.6, 14.6), "far"),
    ("sea", "Atlantic Ocean", "المحيط الأطلسي", (-18.2, 24.4), "near"),
    ("sea", "Atlantic Ocean", "المحيط الأطلسي", (-25.0, 24.0), "far"),
]
