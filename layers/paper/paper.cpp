// SPDX-License-Identifier: Apache-2.0
#include "layers/paper/paper.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "layers/paper/cairo_page.hpp"

namespace layers {
namespace {

constexpr double kAroundPx = 96;  // wider than half of any line

// The sections with what was left without an owner, and the background as the lowest.
std::vector<DrawSection> sectionsOf(const DrawList& list) {
    std::vector<DrawSection> sections{{owner::kBackground, 0}};
    sections.insert(sections.end(), list.sections.begin(), list.sections.end());
    if (sections.back().end < list.items.size()) sections.push_back({owner::kMarginalia, list.items.size()});
    return sections;
}

class PageWriter {
public:
    PageWriter(const PaperInput& input, const PaperFonts& fonts) : m_in(input), m_fonts(fonts) {}

    geodata::Status write(const std::filesystem::path& file, const std::string& owner,
                          std::span<const DrawItem> items) {
        const double width = m_in.list.size.width * m_in.ptPerPx, height = m_in.list.size.height * m_in.ptPerPx;
        const CairoSurface surface(cairo_pdf_surface_create(file.c_str(), width, height));
        const Cairo cairo(cairo_create(surface.get()));
        cairo_scale(cairo.get(), m_in.ptPerPx, m_in.ptPerPx);
        if (owner == owner::kBackground) paintBackground(cairo.get());
        else CairoPage(cairo.get(), m_fonts).draw(items, shapesFor(owner), styleOf(owner));
        const cairo_status_t drawn = cairo_status(cairo.get());
        cairo_surface_finish(surface.get());
        const cairo_status_t written = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(surface.get());
        return written == CAIRO_STATUS_SUCCESS
                   ? geodata::Status()
                   : geodata::Status(geodata::failure("Cannot write", m_in.subject, cairo_status_to_string(written)));
    }

private:
    void paintBackground(cairo_t* cairo) {
        setColor(cairo, m_in.list.background);
        cairo_rectangle(cairo, 0, 0, m_in.list.size.width, m_in.list.size.height);
        cairo_fill(cairo);
    }
    // Kept while pages of the same layer follow one another.
    const LayerShapes& shapesFor(const std::string& owner) {
        if (m_shapesOf == owner) return m_shapes;
        const auto content = m_in.contents.find(owner);
        const LayerSpec* layer = m_in.document.layer(owner);
        const bool drawn = layer != nullptr && layer->kind == LayerKind::vector && content != m_in.contents.end();
        m_shapes = drawn ? shapesOf(content->second.stores, m_in.view, kAroundPx) : LayerShapes();
        m_shapesOf = owner;
        return m_shapes;
    }
    LineStyle styleOf(const std::string& owner) const {
        const LayerSpec* layer = m_in.document.layer(owner);
        return layer != nullptr ? layer->style.line : LineStyle();
    }

    const PaperInput& m_in;
    const PaperFonts& m_fonts;
    std::string m_shapesOf;
    LayerShapes m_shapes;
};

}  // namespace

geodata::Result<std::vector<PaperPage>> writePages(const PaperInput& input, const std::filesystem::path& folder,
                                                   const std::function<bool(int, int)>& goOn) {
    const auto fonts = PaperFonts::open(input.fontFiles);
    if (!fonts) return fonts.error();
    PageWriter writer(input, *fonts);
    std::vector<PaperPage> pages;
    std::size_t from = 0;
    const std::vector<DrawSection> sections = sectionsOf(input.list);
    for (const DrawSection& section : sections) {
        PaperPage page{fmt::format("page{}.pdf", pages.size()), section.owner};
        if (auto failed = writer.write(folder / page.file, section.owner,
                                       std::span(input.list.items).subspan(from, section.end - from)))
            return *failed;
        pages.push_back(std::move(page));
        from = section.end;
        if (goOn && !goOn(static_cast<int>(pages.size()), static_cast<int>(sections.size()))) return pictureGivenUp();
    }
    return pages;
}

geodata::Error pictureGivenUp() { return {"The picture was given up, as asked; nothing was written."}; }

std::string ownerTitle(const Document& document, const std::string& owner) {
    static const std::map<std::string, std::string> kTitles{{owner::kBackground, "Background"},
                                                            {owner::kGrid, "Grid"},
                                                            {owner::kChanges, "Changes"},
                                                            {owner::kMarginalia, "Marginalia"}};
    if (const auto known = kTitles.find(owner); known != kTitles.end()) return known->second;
    const LayerSpec* layer = document.layer(owner);
    return layer != nullptr && !layer->title.empty() ? layer->title : owner;
}

}  // namespace layers
