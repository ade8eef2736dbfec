// SPDX-License-Identifier: Apache-2.0
#pragma once
// The messages on the screen: ordinary notices disappear after a while, errors stay until they are dismissed, and
// problems are reported only once. Main thread.

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "viewer/panels/kit/panel_io.hpp"

namespace viewer {

class Notices {
public:
    // `nowS`: a clock that never goes back. `log`: where problems are written too.
    Notices(std::function<double()> nowS, std::ostream& log);

    void say(std::string text);
    void sayError(std::string text);
    // A sentence about the start or the session, written to the log as well. A second time it says nothing.
    void remark(const std::string& text);
    // The same for an error.
    void remarkError(const std::string& text);
    // Problems may be reported again, because the files are read again.
    void forgetRemarks() { m_remarked.clear(); }

    // Takes away what was shown for long enough. True: what is shown differs from the last call's.
    bool expire();
    void dismiss(std::size_t index);
    bool dismissLast();  // false: there was none
    std::span<const Message> shown() const { return m_shown; }

private:
    void show(std::string text, bool isError);
    bool isNew(const std::string& text);

    std::function<double()> m_nowS;
    std::ostream& m_log;
    std::vector<Message> m_shown;
    std::vector<double> m_untilS;  // of each shown
    std::vector<std::string> m_remarked;
    bool m_changed = false;
};

}  // namespace viewer
