#pragma once
// Which system calls a process may make from now on, by the kernel's seccomp: none that reaches another process, the
// network or a file's name. One thread; there is no way back.

namespace geodata {

bool hasSystemCallFilter();

enum class FileWriting : bool { no, yes };  // yes: opening files for writing is left to Landlock

// Threads stay allowed, processes do not. False: the kernel refused. Needs no-new-privileges.
bool filterSystemCalls(FileWriting writing = FileWriting::no);

}  // namespace geodata
