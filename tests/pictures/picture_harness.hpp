// SPDX-License-Identifier: Apache-2.0
#pragma once
// Picture tests: an area file goes the whole way (loader, stores, scene, GL) to pixels. The pixels are compared with
// the expected picture and checked for facts found independently.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layers/scene/scene.hpp"
#include "viewer/workspace/projection.hpp"

namespace pictures {

struct Picture {
    layers::ScreenSize size;
    std::vector<std::uint8_t> rgb;  // top row first

    layers::Rgba at(layers::ScreenPoint p) const;
};

struct Shot {
    std::string folder;  // of tests/pictures, or an absolute area file
    layers::ScreenSize size{400, 300};
    double zoom = 1;                // of the home view
    std::string name = "expected";  // compared with NAME.png
    bool legend = false, grid = false, labels = true;
    layers::LabelLanguage language = layers::LabelLanguage::latin;
    std::string date = {};  // YYYY-MM-DD; empty: the area's
    layers::Amplifiers amplifiers = layers::Amplifiers::name;
    layers::SymbolColors symbolColors = layers::SymbolColors::light;
};

// The area with its files read, before anything is drawn.
struct Opened {
    std::unique_ptr<viewer::Projection> projection;
    layers::SceneInput input;
    std::unique_ptr<layers::Scene> scene;
    std::vector<std::string> problems;  // sentences: sources not read
};
Opened open(const Shot& shot);

struct Taken {
    Picture picture;
    layers::MapView view;
    std::string mapCrs;
    std::vector<std::string> problems;  // sources not read, symbols not drawn

    // Colour where a position stands, found by PROJ alone.
    layers::Rgba colorAt(double lon, double lat) const;
};

Taken take(const Shot& shot);

// True when at most 0.5 % of the pixels differ by more than 8 in any channel from the picture in the repository.
// Otherwise actual.png and diff.png are written beside the test program and `why` says how many differ.
// OPSMAP_ACCEPT_PICTURES=1 writes the picture as the expected one instead, where it may.
struct Comparison {
    bool same = false;
    std::string why;
};
enum class Acceptance : std::uint8_t { ifAsked, never };
Comparison compare(const Taken& taken, const Shot& shot, Acceptance acceptance = Acceptance::ifAsked);

bool near(layers::Rgba a, layers::Rgba b, int tolerance = 8);

}  // namespace pictures
