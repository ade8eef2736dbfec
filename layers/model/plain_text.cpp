// SPDX-License-Identifier: Apache-2.0
#include "layers/model/plain_text.hpp"

#include <array>
#include <utility>

namespace layers {
namespace {

using std::string_view;

constexpr std::array<std::pair<string_view, string_view>, 50> kPlainLetters{
    {{"ä", "a"},        {"Ä", "a"},           {"á", "a"}, {"Á", "a"}, {"à", "a"}, {"À", "a"}, {"â", "a"}, {"Â", "a"},
     {"é", "e"},        {"É", "e"},           {"è", "e"}, {"È", "e"}, {"ê", "e"}, {"Ê", "e"}, {"ë", "e"}, {"Ë", "e"},
     {"í", "i"},        {"Í", "i"},           {"î", "i"}, {"Î", "i"}, {"ó", "o"}, {"Ó", "o"}, {"ô", "o"}, {"Ô", "o"},
     {"ö", "o"},        {"Ö", "o"},           {"ú", "u"}, {"Ú", "u"}, {"û", "u"}, {"Û", "u"}, {"ü", "u"}, {"Ü", "u"},
     {"ñ", "n"},        {"Ñ", "n"},           {"ç", "c"}, {"Ç", "c"}, {"Ә", "ә"}, {"Ғ", "ғ"}, {"Қ", "қ"}, {"Ң", "ң"},
     {"Ө", "ө"},        {"Ұ", "ұ"},           {"Ү", "ү"}, {"Һ", "һ"}, {"І", "і"}, {"ё", "е"}, {"Ё", "е"}, {"–", "-"},
     {"\xc2\xa0", " "}, {"\xe2\x80\xaf", " "}}};

// Takes the first character off `rest`.
std::string takePlain(string_view& rest) {
    for (const auto& [letter, plain] : kPlainLetters)
        if (rest.starts_with(letter)) {
            rest.remove_prefix(letter.size());
            return std::string(plain);
        }
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
    if (rest.size() > 1 && byte(0) == 0xD0 && byte(1) >= 0x90 && byte(1) <= 0xAF) {  // А to Я
        const unsigned small = byte(1) + 0x20U;
        rest.remove_prefix(2);
        return small < 0xC0 ? std::string{'\xD0', static_cast<char>(small)}
                            : std::string{'\xD1', static_cast<char>(small - 0x40U)};
    }
    const char c = rest.front();
    rest.remove_prefix(1);
    return {c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\t' ? ' ' : c};
}

}  // namespace

std::string plainText(string_view text) {
    std::string plain;
    while (!text.empty()) plain += takePlain(text);
    return plain;
}

}  // namespace layers
