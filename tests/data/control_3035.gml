<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ control_3035.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::3035"><gml:lowerCorner>2999718.85315956 3962799.45095507</gml:lowerCorner><gml:upperCorner>2999718.85315956 3962799.45095507</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                  
  <ogr:featureMember>
    <ogr:control gml:id="control.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::3035"><gml:lowerCorner>2999718.85315956 3962799.45095507</gml:lowerCorner><gml:upperCorner>2999718.85315956 3962799.45095507</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::3035" gml:id="control.geom.0"><gml:pos>2999718.85315956 3962799.45095507</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:code>3035</ogr:code>
    </ogr:control>
  </ogr:featureMember>
</ogr:FeatureCollection>
