// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/map_copy.hpp"

#include "viewer/pictures/picture.hpp"

namespace viewer {

void MapCopy::start(const layers::FrameBuffer& shown) {
    if (busy()) return;
    const layers::ScreenSize size = shown.size();
    m_copy = std::async(
        std::launch::async,
        [shot = Pixels{size, shown.readRgb(size.height)}]() -> geodata::Result<std::shared_ptr<ImageClipboard>> {
            auto png = encoded(shot);
            if (!png) return png.error();
            auto offered = ImageClipboard::offer(std::move(*png));
            if (!offered) return offered.error();
            return std::shared_ptr<ImageClipboard>(std::move(*offered));
        });
}

std::optional<geodata::Status> MapCopy::finished() {
    if (!busy() || m_copy.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return {};
    auto copied = m_copy.get();
    if (!copied) return geodata::Status(copied.error());
    m_clipboard = std::move(*copied);
    return geodata::Status();
}

}  // namespace viewer
