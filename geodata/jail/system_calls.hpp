#pragma once
// Which system calls a process may make from now on, by the kernel's seccomp: none that reaches another process, the
// network or a file's name. One thread; there is no way back.

namespace geodata {

bool hasSystemCallFilter();

// Threads stay allowed, processes do not. False: the kernel refused. Needs no-new-privileges.
bool filterSystemCalls();

}  // namespace geodata
