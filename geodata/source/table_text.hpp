// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tables as text: where their header begins when a title or a line for a spreadsheet stands above it, and texts of
// comma-separated values. Pure; any thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/link/load_request.hpp"

namespace geodata {

using TableRow = std::vector<std::string>;

// The first rows, at most `most`, divided at `separator`. Values in double quotes may hold separators and line ends.
std::vector<TableRow> rowsOf(std::string_view text, char separator, std::size_t most);

struct TableStart {
    std::size_t skippedBytes = 0;  // what stands before the header: "sep=;", titles, empty lines
    char separator = ',';
};

// The header is the first of the first ten rows that names a position or a symbol code, where every row above it has
// fewer values; otherwise the first row. `named`: columns of positions that the area file names.
TableStart startOf(std::string_view text, const PositionColumns& named);

// The rows from the header on, separated by commas. All have the values of the widest.
std::string csvOf(const std::vector<TableRow>& rows, const PositionColumns& named);

}  // namespace geodata
