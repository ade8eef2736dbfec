// SPDX-License-Identifier: Apache-2.0
#include "geodata/jail/system_calls.hpp"

#include <asm/sockios.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <memory>

namespace geodata {
namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

// Refused whatever their arguments. Unknown numbers (negative: not on this machine's architecture) are passed over.
constexpr int kForbidden[] = {
    // the network, and sockets to other processes; the one to the viewer is open already
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
    SCMP_SYS(accept4),
    // other programs and processes
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(rt_tgsigqueueinfo), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(kcmp), SCMP_SYS(process_madvise), SCMP_SYS(setpgid), SCMP_SYS(setsid), SCMP_SYS(setpriority),
    SCMP_SYS(prlimit64), SCMP_SYS(setrlimit),
    // files by name
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rmdir), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2),
    SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(link), SCMP_SYS(linkat),
    SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(creat), SCMP_SYS(truncate), SCMP_SYS(chmod), SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(utime),
    SCMP_SYS(utimes), SCMP_SYS(utimensat), SCMP_SYS(futimesat), SCMP_SYS(setxattr), SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr),
    SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at), SCMP_SYS(inotify_init), SCMP_SYS(inotify_init1),
    SCMP_SYS(fanotify_init),
    // the system
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(chroot), SCMP_SYS(pivot_root), SCMP_SYS(unshare), SCMP_SYS(setns),
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(keyctl), SCMP_SYS(add_key),
    SCMP_SYS(request_key), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load),
    SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(acct), SCMP_SYS(quotactl), SCMP_SYS(syslog),
    SCMP_SYS(sethostname), SCMP_SYS(setdomainname), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(adjtimex),
    SCMP_SYS(shmget), SCMP_SYS(shmat), SCMP_SYS(shmctl), SCMP_SYS(msgget), SCMP_SYS(msgsnd), SCMP_SYS(msgrcv),
    SCMP_SYS(msgctl), SCMP_SYS(semget), SCMP_SYS(semop), SCMP_SYS(semtimedop), SCMP_SYS(semctl), SCMP_SYS(mq_open),
    SCMP_SYS(mq_unlink)};

// "There is no such call": glibc then takes the older one, whose arguments a filter can see. io_uring would do what is
// forbidden here past every filter.
constexpr int kUnknown[] = {SCMP_SYS(clone3),
                            SCMP_SYS(openat2),
                            SCMP_SYS(io_uring_setup),
                            SCMP_SYS(io_uring_enter),
                            SCMP_SYS(io_uring_register),
                            SCMP_SYS(open_tree),
                            SCMP_SYS(move_mount),
                            SCMP_SYS(fsopen),
                            SCMP_SYS(mount_setattr)};

// Calls that came with Linux 6.6 and later: among them are new ways to change a file's mode and attributes, which
// Landlock does not hold either, and nothing here needs any. Their numbers are the same on every architecture.
constexpr int kFirstNewCall = 452, kLastNewCall = 511;

bool refuse(void* filter, std::initializer_list<int> calls, unsigned argument, scmp_compare how, scmp_datum_t a,
            scmp_datum_t b = 0) {
    const scmp_arg_cmp when{argument, how, a, b};
    for (const int call : calls)
        if (call >= 0 && seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, 1, &when) != 0) return false;
    return true;
}

// Nothing is opened for writing: this holds also where there is no Landlock.
bool refuseWriting(void* filter) {
    for (const unsigned flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC})
        if (!refuse(filter, {SCMP_SYS(open)}, 1, SCMP_CMP_MASKED_EQ, flag, flag) ||
            !refuse(filter, {SCMP_SYS(openat)}, 2, SCMP_CMP_MASKED_EQ, flag, flag))
            return false;
    return true;
}

// Ways to reach others through a descriptor that is open already: typing into the terminal that opsmap was started
// from, and having the kernel send the signals. The kernel reads 32 bits of a request.
bool refuseReaching(void* filter) {
    for (const unsigned request : {TIOCSTI, TIOCLINUX, TIOCSETD, FIOSETOWN, SIOCSPGRP})
        if (!refuse(filter, {SCMP_SYS(ioctl)}, 1, SCMP_CMP_MASKED_EQ, 0xffffffff, request)) return false;
    for (const unsigned command : {F_SETOWN, F_SETOWN_EX, F_NOTIFY})
        if (!refuse(filter, {SCMP_SYS(fcntl)}, 1, SCMP_CMP_MASKED_EQ, 0xffffffff, command)) return false;
    return true;
}

bool answerUnknown(void* filter, int call) {
    return call < 0 || seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0, nullptr) == 0;
}

bool addRules(void* filter, FileWriting writing) {
    for (const int call : kForbidden)
        if (call >= 0 && seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, 0, nullptr) != 0) return false;
    for (const int call : kUnknown)
        if (!answerUnknown(filter, call)) return false;
    for (int call = kFirstNewCall; call <= kLastNewCall; ++call)
        if (!answerUnknown(filter, call)) return false;
    return (writing == FileWriting::yes || refuseWriting(filter)) && refuseReaching(filter) &&
           refuse(filter, {SCMP_SYS(clone)}, 0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0) &&
           refuse(filter, {SCMP_SYS(tgkill)}, 0, SCMP_CMP_NE,
                  static_cast<scmp_datum_t>(::getpid()));  // abort() signals itself
}

}  // namespace

bool hasSystemCallFilter() {
    const unsigned action = SECCOMP_RET_ERRNO;
    return ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool filterSystemCalls(FileWriting writing) {
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter) return false;
    // A call of another architecture (32 bits) kills: its numbers mean other things than those above.
    seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree: few comparisons for each call
    return addRules(filter.get(), writing) && seccomp_load(filter.get()) == 0;
}

}  // namespace geodata
