#pragma once
// Memory in pages of 2 MB. A picture of 3840×2160 and a large layer touch tens of thousands of fresh small pages, and each waits for
// the kernel. First thing in main().

namespace viewer {

// Where the kernel gives huge pages to those who ask, starts the program anew with glibc's heap asking for them: that can only be said
// to glibc before it starts. Returns where there is nothing to do, or it cannot be done. A GLIBC_TUNABLES of the user's own is left as it is.
void askForHugePages(char** argv);

}  // namespace viewer
