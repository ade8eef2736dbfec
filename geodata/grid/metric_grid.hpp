// SPDX-License-Identifier: Apache-2.0
#pragma once
// The military grid and UTM as values: which lines, zone borders and 100 km squares a view shows, and how the lines
// are numbered. The lines of a zone end at the zone's border, so neighbouring zones meet as on printed sheets. Any
// thread.

#include <string>
#include <vector>

#include "geodata/crs/utm.hpp"
#include "geodata/grid/grid.hpp"

namespace geodata {

struct MetricGridLine {
    bool isEasting = true;  // of constant easting, which runs north; otherwise of constant northing
    int metres = 0;
    UtmZone zone;
    std::vector<MapPoint> points;  // no chord is farther than 0.25 px from the true line
};

struct GridName {
    UtmZone utm;
    std::string zone;                   // "36S"
    std::string square;                 // "YB"; empty where the whole zone is meant
    MapPoint middle;                    // of what is seen of it
    std::vector<MapPoint> places = {};  // in what is seen of it, well spread
};
// The places inside a part of what was asked for, from its middle outwards.
std::vector<MapPoint> placesIn(const GridName& name, const MapBox& seen);

struct MetricGrid {
    int stepM = 0;  // 100 000, 10 000 or 1 000; 0: too small for lines, only zones are shown
    std::vector<MetricGridLine> lines;
    std::vector<std::vector<MapPoint>> zoneBorders;
    std::vector<GridName> names;  // of the squares, or of the zones where there are no lines
};

// The finest step whose lines keep the request's distance on the ground; twice that for 100 km, whose squares carry
// names.
int metricStepM(const GridRequest& request, const MapMath& math);
MetricGrid metricGrid(const GridRequest& request, const MapMath& math);
// At a step that was chosen for another box, so that lines can be had for more than is seen.
MetricGrid metricGrid(const GridRequest& request, const MapMath& math, int stepM);

// A line's number as sheets print it: the principal figures large, what stands before and after them small. 712 000 m
// at a step of 1 000 is 7|12|000, at 10 000 it is 7|1|0000; the parts put together are the metres.
struct MetricLabel {
    std::string before, principal, after;
};
MetricLabel metricLabel(int metres, int stepM);

}  // namespace geodata
