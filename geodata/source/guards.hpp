#pragma once
// What GDAL may not do inside the loader, whatever a file asks of it: reach the network, follow references, load code,
// write beside the file. The jail forbids most of it once more; here it gets a sentence instead of a failing call.

namespace geodata {

// Once per process, before any file is opened.
void setGuards();

}  // namespace geodata
