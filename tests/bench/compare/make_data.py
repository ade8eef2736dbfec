#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""make_data.py polygons-N|lines-N|points-N OUT.fgb: made data for growth, the same every time. N may end in k or M: vertices
of 40 polygons, features of lines and points. Coasts are circles with noise at every scale, as real ones are: more vertices
are finer noise on the same coasts, so that what a screen shows stays nearly the same."""
import sys

import numpy
from osgeo import ogr, osr

ogr.UseExceptions()
POLYGONS = 40
OCTAVES = 24


def count_of(text):
    return int(float(text.rstrip("kM")) * {"k": 1e3, "M": 1e6}.get(text[-1], 1))


def coast(random, vertices):
    """A closed ring of degrees."""
    turn = numpy.linspace(0, 2 * numpy.pi, vertices, endpoint=False)
    radius = numpy.ones(vertices)
    for octave, phase in enumerate(random.uniform(0, 6.3, OCTAVES), start=3):
        if 2 ** (octave + 2) < vertices:
            radius += numpy.sin(turn * 2**octave + phase) * 0.5 ** (octave * 0.9)
    middle = random.uniform((-170, -55), (170, 75))
    size = random.uniform(1, 6)
    ring = numpy.stack([middle[0] + size * radius * numpy.cos(turn), middle[1] + 0.7 * size * radius * numpy.sin(turn)], axis=1)
    ring = numpy.clip(ring, (-179.9, -84.9), (179.9, 84.9))
    return numpy.concatenate([ring, ring[:1]])


def wkb(kind, points):
    head = numpy.array([len(points)], "<u4").tobytes()
    body = numpy.ascontiguousarray(points, "<f8").tobytes()
    if kind == "polygons":
        return b"\x01\x03\x00\x00\x00\x01\x00\x00\x00" + head + body
    return b"\x01\x02\x00\x00\x00" + head + body if kind == "lines" else b"\x01\x01\x00\x00\x00" + body


def features(kind, count, random):
    if kind == "polygons":
        for _ in range(POLYGONS):
            yield coast(random, count // POLYGONS)
    elif kind == "lines":
        for _ in range(count):
            start = random.uniform((-170, -60), (170, 80))
            yield start + numpy.cumsum(random.normal(0, 0.02, (3, 2)), axis=0)
    else:
        for _ in range(count):
            yield random.uniform((-170, -60), (170, 80)).reshape(1, 2)


def main():
    kind, size = sys.argv[1].split("-")
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    source = ogr.GetDriverByName("FlatGeobuf").CreateDataSource(sys.argv[2])
    layer = source.CreateLayer(sys.argv[1], reference, {"polygons": ogr.wkbPolygon, "lines": ogr.wkbLineString, "points": ogr.wkbPoint}[kind])
    for points in features(kind, count_of(size), numpy.random.default_rng(5)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb(kind, points)))
        layer.CreateFeature(feature)


main()
