// SPDX-License-Identifier: Apache-2.0
#pragma once
// The first sheet of a spreadsheet (.xlsx, .ods) as rows of texts. Formulas count as their last results, and dates are
// written as YYYY-MM-DD. The loader's child.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "geodata/source/table_text.hpp"

namespace geodata {

struct Sheet {
    std::string name;
    std::vector<TableRow> rows;
    std::vector<std::string> otherSheets;  // which hold something and are not read
};

// The text of a member of the workbook's archive; empty where there is none.
using MemberReader = std::function<std::string(const std::string& name)>;

// None: it is damaged.
std::optional<Sheet> excelSheet(const MemberReader& read);
std::optional<Sheet> openDocumentSheet(const MemberReader& read);

}  // namespace geodata
