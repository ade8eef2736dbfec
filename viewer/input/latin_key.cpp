// SPDX-License-Identifier: Apache-2.0
#include "viewer/input/latin_key.hpp"

#include <array>
#include <string_view>

namespace viewer {
namespace {

// The characters of one layout, and those of a US keyboard on the same keys. After X's tables `ru`, `kz`, `ara`, `il`.
struct Layout {
    std::u32string_view typed, latin;
};

constexpr std::array<Layout, 8> kLayouts{
    {{U"йцукенгшщзхъфывапролджэячсмитьбюё", U"qwertyuiop[]asdfghjkl;'zxcvbnm,.`"},
     {U"ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", U"QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM<>"},
     {U"әіңғүұқөһӘІҢҒҮҰҚӨҺ", U"2345890-=2345890-="},  // Kazakh letters on the row of digits
     {U"ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", U"qwertyuiop[]asdfghjkl;'zxcvnm,./"},
     {U"،؟", U",?"},
     {U"٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", U"01234567890123456789"},
     {U"קראטוןםפשדגכעיחלךףזסבהנמצתץ", U"ertyuiopasdfghjkl;zxcvbnm,."},
     {U"ﻻ", U"b"}}};

constexpr bool sameLengths() {
    for (const Layout& layout : kLayouts)
        if (layout.typed.size() != layout.latin.size()) return false;
    return true;
}
static_assert(sameLengths());

}  // namespace

char32_t latinKeyOf(char32_t character) {
    for (const Layout& layout : kLayouts)
        if (const auto at = layout.typed.find(character); at != layout.typed.npos) return layout.latin[at];
    return character;
}

}  // namespace viewer
