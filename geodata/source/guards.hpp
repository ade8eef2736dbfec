// SPDX-License-Identifier: Apache-2.0
#pragma once
// Forbids what GDAL must not do inside the loader, whatever a file asks: reach the network, follow references, load
// code or write beside the file. The jail forbids most of it again; here it gives a sentence instead of a failing
// call. Set once in each loader process, before other work; one thread.

namespace geodata {

// Once per process, before any file is opened.
void setGuards();

}  // namespace geodata
