# SPDX-License-Identifier: Apache-2.0
"""Runs one command and says what it cost: wall and processor time, the most memory of any of its processes, and how busy
others kept the machine meanwhile. Medians mean something only beside others of the same run."""
import dataclasses
import os
import signal
import statistics
import subprocess
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")


@dataclasses.dataclass
class Run:
    wall_s: float
    cpu_s: float
    peak_mb: float
    others: float  # processors that other programs kept busy
    code: int
    text: str


# QGIS embeds the system's Python; another one in the environment would keep it from starting.
SYSTEM = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "PYTHONHOME": None, "PYTHONPATH": None}


def machine_busy_s():
    fields = [int(word) for word in open("/proc/stat").readline().split()[1:8]]
    return sum(fields[i] for i in (0, 1, 2, 5, 6)) / TICKS


def run(command, timeout_s=600, env=None):
    busy, started = machine_busy_s(), time.monotonic()
    whole = {key: value for key, value in {**os.environ, **SYSTEM, **(env or {})}.items() if value is not None}
    process = subprocess.Popen(command, env=whole, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, start_new_session=True)
    timer = threading.Timer(timeout_s, lambda: os.killpg(process.pid, signal.SIGKILL))
    timer.start()
    text = process.stdout.read().decode("utf8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - started
    cpu = usage.ru_utime + usage.ru_stime
    return Run(wall, cpu, usage.ru_maxrss / 1024, max(0.0, machine_busy_s() - busy - cpu) / wall, process.returncode, text)


def spread(values, digits=2):
    """median (least–most)"""
    if not values:
        return "–"
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"
