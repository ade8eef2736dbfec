// SPDX-License-Identifier: Apache-2.0
#pragma once
// Restricts the system calls of a process with the kernel's seccomp: none may reach another process, the network or a
// file by name. One thread; the restriction cannot be lifted.

namespace geodata {

bool hasSystemCallFilter();

enum class FileWriting : bool { no, yes };  // yes: opening files for writing is left to Landlock

// Threads stay allowed, processes do not. False: the kernel refused. Needs no-new-privileges.
bool filterSystemCalls(FileWriting writing = FileWriting::no);

}  // namespace geodata
