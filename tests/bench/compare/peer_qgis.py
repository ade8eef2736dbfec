#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""peer_qgis.py FILE W,S,E,N CRS WxH OUT.png|OUT.qgz [STEPS]: QGIS draws one layer as its map canvas would: a picture, or a
project for its window. STEPS pans and zooms follow; prints pan_ms=a/b/… and zoom_ms=a/b/…"""
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFillSymbol, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsProject, QgsRectangle, QgsReferencedRectangle, QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorSimplifyMethod)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

path, box, crs, size, out = sys.argv[1:6]
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], True)
app.initQgis()
layer = QgsVectorLayer(path, "data", "ogr")
layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(
    {"color": "200,220,180", "outline_color": "40,40,40", "outline_width": "2", "outline_width_unit": "Pixel"})))
simplify = layer.simplifyMethod()
simplify.setSimplifyHints(QgsVectorSimplifyMethod.GeometrySimplification)
layer.setSimplifyMethod(simplify)
target = QgsCoordinateReferenceSystem(crs)
background = QColor(170, 200, 230)
extent = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), target, QgsProject.instance()).transformBoundingBox(
    QgsRectangle(*map(float, box.split(","))))


def picture(right=0.0, zoom=1.0):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(target)
    settings.setOutputSize(QSize(*map(int, size.split("x"))))
    settings.setBackgroundColor(background)
    seen = QgsRectangle(extent)
    seen.scale(zoom)
    shift = right * seen.width()
    settings.setExtent(QgsRectangle(seen.xMinimum() + shift, seen.yMinimum(), seen.xMaximum() + shift, seen.yMaximum()))
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.UseRenderingOptimization, True)
    started = time.monotonic()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage(), (time.monotonic() - started) * 1000


if out.endswith(".qgz"):
    project = QgsProject.instance()
    project.addMapLayer(layer)
    project.setCrs(target)
    project.setBackgroundColor(background)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, target))
    project.write(out)
else:
    picture()[0].save(out)
    steps = int(sys.argv[6]) if len(sys.argv) > 6 else 0
    pans = [picture(right=0.25 * (-1) ** i)[1] for i in range(steps)]
    zooms = [picture(zoom=0.5 if i % 2 else 0.7)[1] for i in range(steps)]
    print("pan_ms=" + "/".join(f"{ms:.1f}" for ms in pans), "zoom_ms=" + "/".join(f"{ms:.1f}" for ms in zooms), flush=True)
os._exit(0)
