<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ control_2056.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::2056"><gml:lowerCorner>2600000.00620541 1200000.01283282</gml:lowerCorner><gml:upperCorner>2600000.00620541 1200000.01283282</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                  
  <ogr:featureMember>
    <ogr:control gml:id="control.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::2056"><gml:lowerCorner>2600000.00620541 1200000.01283282</gml:lowerCorner><gml:upperCorner>2600000.00620541 1200000.01283282</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::2056" gml:id="control.geom.0"><gml:pos>2600000.00620541 1200000.01283282</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:code>2056</ogr:code>
    </ogr:control>
  </ogr:featureMember>
</ogr:FeatureCollection>
