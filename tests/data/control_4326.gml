<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ control_4326.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>33.2733 35.1938</gml:lowerCorner><gml:upperCorner>33.2733 35.1938</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                      
  <ogr:featureMember>
    <ogr:control gml:id="control.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>33.2733 35.1938</gml:lowerCorner><gml:upperCorner>33.2733 35.1938</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="control.geom.0"><gml:pos>33.2733 35.1938</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:code>4326</ogr:code>
    </ogr:control>
  </ogr:featureMember>
</ogr:FeatureCollection>
