// SPDX-License-Identifier: Apache-2.0
#include "layers/model/marginalia_switches.hpp"

#include <algorithm>

namespace layers {
namespace {

using geodata::Result;

std::string allNames() {
    std::string names;
    for (const MarginaliaSwitch& one : kMarginaliaSwitches)
        names += (names.empty() ? "" : ", ") + std::string(one.name);
    return names;
}

Result<Marginalia> switched(Marginalia marginalia, std::string_view name, bool on) {
    const auto found = std::ranges::find(kMarginaliaSwitches, name, &MarginaliaSwitch::name);
    if (found == kMarginaliaSwitches.end())
        return geodata::failure("Cannot switch", geodata::quoted(name, 60), "it is none of the marginalia",
                                "They are " + allNames() + ".");
    marginalia.*(found->on) = on;
    return marginalia;
}

bool hasSign(const std::string& edit) { return edit.starts_with('+') || edit.starts_with('-'); }

}  // namespace

std::vector<std::string> switchedOn(const Marginalia& marginalia) {
    std::vector<std::string> names;
    for (const MarginaliaSwitch& one : kMarginaliaSwitches)
        if (marginalia.*(one.on)) names.emplace_back(one.name);
    return names;
}

Result<Marginalia> withExactly(Marginalia marginalia, std::span<const std::string> names) {
    for (const MarginaliaSwitch& one : kMarginaliaSwitches) marginalia.*(one.on) = false;
    for (const std::string& name : names) {
        auto next = switched(std::move(marginalia), name, true);
        if (!next) return next;
        marginalia = std::move(*next);
    }
    return marginalia;
}

Result<Marginalia> withSwitches(Marginalia marginalia, std::span<const std::string> edits) {
    const auto signs = std::ranges::count_if(edits, hasSign);
    if (edits.empty()) return marginalia;
    if (edits.size() == 1 && edits.front() == kNoMarginalia) return withExactly(std::move(marginalia), {});
    if (signs == 0) return withExactly(std::move(marginalia), edits);
    if (signs != std::ssize(edits))
        return geodata::failure("Cannot use the list of marginalia",
                                geodata::quoted(*std::ranges::find_if_not(edits, hasSign), 60),
                                "the others have a sign, it has none",
                                "Write a,b to show exactly these, or -a,+b to change what is shown.");
    for (const std::string& edit : edits) {
        auto next = switched(std::move(marginalia), std::string_view(edit).substr(1), edit[0] == '+');
        if (!next) return next;
        marginalia = std::move(*next);
    }
    return marginalia;
}

}  // namespace layers
