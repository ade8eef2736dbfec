// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/open_last.hpp"

#include "viewer/pictures/open_picture.hpp"

namespace viewer {
namespace {

std::vector<std::filesystem::path> absolute(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> all;
    for (const auto& file : files) all.push_back(std::filesystem::absolute(file).lexically_normal());
    return all;
}

geodata::Result<Opened> openPlain(const OpenRequest& request, const Paths& paths) {
    auto document = openDocument(request, paths);
    if (!document) return document.error();
    return Opened{.request = request, .area = *document, .document = *document};
}

void layOver(Opened& opened, const Session& session) {
    opened.session = session;
    const bool choosesLayers = !opened.request.theme.empty() || !opened.request.layers.empty();
    Differences differences = session.differences;
    if (choosesLayers) differences.layers.clear();
    opened.document = std::make_shared<const layers::Document>(withDifferences(*opened.area, differences));
}

}  // namespace

geodata::Result<Opened> openLast(const OpenRequest& request, const Paths& paths, const std::optional<Session>& last) {
    if (auto picture = openPicture(request, paths); !picture || *picture) {
        if (!picture) return picture.error();
        if (last) (*picture)->session->window = last->window;
        return std::move(**picture);
    }
    OpenRequest wanted = request;
    wanted.files = absolute(wanted.files);
    if (!last || (!wanted.files.empty() && wanted.files != last->files)) return openPlain(wanted, paths);
    const OpenRequest named = wanted;
    wanted.files = last->files;
    auto opened = openPlain(wanted, paths);
    if (!opened && !named.files.empty()) return opened.error();
    if (opened) {
        layOver(*opened, *last);
        return opened;
    }
    auto instead = openPlain(named, paths);
    if (instead) instead->remarks.push_back(opened.error().text);
    return instead;
}

}  // namespace viewer
