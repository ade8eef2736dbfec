// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/open_picture.hpp"

#include "viewer/pictures/picture_notes.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace viewer;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        fs::create_directories(m_path / "inner");
        std::ofstream(m_path / "inner" / "a.toml")
            << "[area]\ntitle = \"Area\"\ncrs = \"EPSG:32636\"\n[[layer]]\nid = \"one\"\nsource = "
               "\"one.geojson\"\n[[layer]]\nid = \"two\"\nsource = \"two.geojson\"\n";
        std::ofstream(m_path / "b.toml") << std::ifstream(m_path / "inner" / "a.toml").rdbuf();
    }
    ~Folder() { fs::remove_all(m_path); }
    fs::path operator/(const char* name) const { return m_path / name; }
    // As XMP holds them; a PDF's notes are plain text.
    fs::path picture(const char* name, const PictureNotes& notes) const {
        std::ofstream out(m_path / name);
        out << "%PDF-1.6\n";
        for (const auto& [key, text] : notes) out << "<opsmap:note key=\"" << key << "\">" << text << "</opsmap:note>";
        return m_path / name;
    }

private:
    fs::path m_path = fs::temp_directory_path() / ("opsmap-open-picture-" + std::to_string(::getpid()));
};

layers::Document shown() {
    layers::Document document;
    document.title = "Picture's title";
    document.crs = "EPSG:32636";
    for (const char* id : {"one", "two"}) document.layers.emplace_back().id = id;
    document.layers[0].visible = false;
    document.layers[1].opacity = 0.5;
    return document;
}

layers::Stage stage() {
    layers::Stage stage;
    stage.view = {{700'000, 3'700'000}, 12.5, {400, 300}};
    stage.date = "2018-11-06";
    stage.legend = true;
    stage.dpi = 150;
    return stage;
}

PictureNotes notes(const Folder& folder, const char* areaFile = "inner/a.toml") {
    return notesOf(shown(), stage(), {folder / areaFile}, {folder / "", {}, {}});
}

geodata::Result<std::optional<Opened>> opened(const fs::path& picture) {
    OpenRequest line;
    line.files = {picture};
    return openPicture(line, {});
}

PictureNotes replaced(PictureNotes notes, const std::string& from, const std::string& to) {
    for (auto& [key, text] : notes)
        if (const std::size_t at = text.find(from); at != text.npos) text.replace(at, from.size(), to);
    return notes;
}

}  // namespace

TEST_CASE("a picture opens its area, its layers and its stage") {
    const Folder folder;
    const auto picture = opened(folder.picture("p.pdf", notes(folder)));
    REQUIRE(picture);
    REQUIRE(*picture);
    CHECK((*picture)->remarks.empty());
    CHECK((*picture)->request.files == std::vector<fs::path>{folder / "inner/a.toml"});
    CHECK((*picture)->document->title == "Picture's title");
    CHECK_FALSE((*picture)->document->layers[0].visible);
    CHECK((*picture)->document->layers[1].opacity == 0.5);
    CHECK((*picture)->session->stage == stage());
}

TEST_CASE("what a picture opens outside its own folder is named") {
    const Folder folder;
    fs::create_directories(folder / "pictures");
    const PictureNotes outside = notesOf(shown(), stage(), {folder / "b.toml"}, {folder / "pictures", {}, {}});
    const auto picture = opened(folder.picture("pictures/p.pdf", outside));
    REQUIRE(picture);
    REQUIRE((*picture)->remarks.size() == 1);
    CHECK((*picture)->remarks[0].find("b.toml\", which lies outside its folder.") != std::string::npos);
}

TEST_CASE("what is gone since a picture was made is said") {
    const Folder folder;
    layers::Document more = shown();
    more.layers.emplace_back().id = "three";
    const PictureNotes three = notesOf(more, stage(), {folder / "inner/a.toml"}, {folder / "", {}, {}});
    const auto picture = opened(folder.picture("p.pdf", three));
    REQUIRE(picture);
    REQUIRE((*picture)->remarks.size() == 1);
    CHECK((*picture)->remarks[0].find("shows the layer \"three\", which the area no longer has.") != std::string::npos);
    CHECK((*picture)->layersMissing);
    const auto noArea = opened(folder.picture("q.pdf", notes(folder, "inner/gone.toml")));
    REQUIRE_FALSE(noArea);
    CHECK(noArea.error().text.find("gone.toml\": there is no such file.") != std::string::npos);
    CHECK(noArea.error().text.find("q.pdf\" was made of it.") != std::string::npos);
}

TEST_CASE("a picture's words are not trusted") {
    const Folder folder;
    const PictureNotes good = notes(folder);
    const auto refusal = [&](const std::string& from, const std::string& to) {
        const auto picture = opened(folder.picture("p.pdf", replaced(good, from, to)));
        return picture ? std::string() : picture.error().text;
    };
    CHECK(refusal("width = 400", "width = 40000").find("a side of more than 16384 pixels") != std::string::npos);
    CHECK(refusal("m_per_px = 12.5", "m_per_px = nan") != "");
    CHECK(refusal("files = [\"inner/a.toml\"]", "files = []").find("does not say what it was made of") !=
          std::string::npos);
    CHECK(refusal("crs = \"EPSG:32636\"", "crs = \"+proj=tmerc +nadgrids=/etc/passwd\"")
              .find("neither a code nor plain parameters") != std::string::npos);
    CHECK(refusal("# end of the session", "").find("its end is missing") != std::string::npos);
    CHECK(refusal("opacity = 0.5", "opacity = 5").find("must be between 0 and 1") != std::string::npos);
}

TEST_CASE("only a picture with our notes, alone, is one to open again") {
    const Folder folder;
    CHECK(opened(folder.picture("p.pdf", {})).error().text.find("it holds no map to open again") != std::string::npos);
    CHECK(opened(folder / "mailed.jpg").error().text.find("A .png or .pdf that opsmap made does.") !=
          std::string::npos);
    const auto area = opened(folder / "b.toml");
    REQUIRE(area);
    CHECK_FALSE(*area);
    OpenRequest two;
    two.files = {folder.picture("p.pdf", notes(folder)), folder / "b.toml"};
    CHECK_FALSE(*openPicture(two, {}));
    CHECK(opened(folder / "none.png").error().text.find("there is no such file") != std::string::npos);
}

TEST_CASE("the command line wins over the picture, and a window shows all of it") {
    layers::Stage first;
    first.view = {{0, 0}, 1, {1000, 300}};
    first.date = "2018-12-24";
    Session session;
    session.stage = stage();
    StageRequest line;
    const layers::Stage window = stageOfPicture(first, session, line);
    CHECK(window.dpi == 0);
    CHECK(window.date == "2018-11-06");
    CHECK(window.view.center == stage().view.center);
    CHECK(window.view.mPerPx == 12.5);  // as high, and wider
    line.date = "2018-12-24";
    CHECK(stageOfPicture(first, session, line).date == "2018-12-24");
    line.center = geodata::LonLat{0, 0};
    CHECK(stageOfPicture(first, session, line).view == first.view);
}
