// SPDX-License-Identifier: Apache-2.0
#pragma once
// Commands are the only way to change a Document. Each is a value, and apply() is pure. History keeps whole
// documents, so undo is a step back. Main thread.

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "layers/model/document.hpp"

namespace layers {

namespace command {
struct SetVisible {
    std::string layer;
    bool visible = true;
};
struct SetOpacity {
    std::string layer;
    double opacity = 1;
};
struct MoveLayer {  // to `index` in drawing order
    std::string layer;
    std::size_t index = 0;
};
struct Solo {  // only this layer stays visible
    std::string layer;
};
struct ApplyTheme {
    std::string theme;
};
struct SetUnitOffset {  // none: back to where the placement puts it
    std::string unit;
    std::optional<UnitOffset> offset;
};
}  // namespace command

using Command = std::variant<command::SetVisible, command::SetOpacity, command::MoveLayer, command::Solo,
                             command::ApplyTheme, command::SetUnitOffset>;

// "layer.visible", "layer.opacity", … for tests
std::string_view commandName(const Command& command);

// The document after the command; the same pointer when nothing changes (unknown layer, value already so).
// Call it as layers::apply: both arguments are std types, so the bare name also finds std::apply.
DocumentPtr apply(const DocumentPtr& document, const Command& command);

class History {
public:
    explicit History(DocumentPtr document) : m_now(std::move(document)) {}

    const DocumentPtr& now() const { return m_now; }
    void run(const Command& command);  // a run of SetOpacity on one layer, or of SetUnitOffset on one unit, is one step
    // Adds what the program found out. The user did not do it, so it is no step and applies to every kept document.
    void amend(const std::function<DocumentPtr(const DocumentPtr&)>& amended);
    bool undo();
    bool redo();
    bool canUndo() const { return !m_past.empty(); }
    bool canRedo() const { return !m_future.empty(); }

private:
    DocumentPtr m_now;
    std::vector<DocumentPtr> m_past, m_future;
    std::string m_lastMerged;  // what the last step dragged
};

}  // namespace layers
