#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""run_corpus.py OPSMAP SAMPLES [EVERY]: `opsmap check` over the good samples and over every EVERYth bad file, same limits,
one run. Prints R1 to R5 of the safety promises as figures and exits 1 where one is not kept."""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make_corpus

SECRET = "canary-7f3a91"
REACHING = ("entity", "network", "schema", "vrt", "gpkg", "kmz")  # name another file or an address; strace looks on
SLOWEST_S, LARGEST_MB = 70, 4300  # the reader's own limits and some
# Broken off between two rows these are whole files: nothing in them says how many rows there were.
UNCOUNTED = (".csv", ".mif", ".mid")


class Listener(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", make_corpus.CANARY_PORT))
        self.calls = 0
        self.start()

    def run(self):
        while True:
            self.socket.accept()[0].close()
            self.calls += 1


def check(opsmap, file, trace):
    """Exit code, report or None, stderr, seconds, MB."""
    command = [opsmap, "check", "--json", "--", file]
    if trace:
        command = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect,unlink,rename,execve", "-o", trace, *command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=err)
        timer = threading.Timer(SLOWEST_S * 2, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        text = out.read().decode("utf-8", "replace")
        try:
            report = json.loads(text)
        except ValueError:
            report = None
        return process.returncode, report, err.read().decode("utf-8", "replace"), time.monotonic() - began, usage.ru_maxrss / 1024


def snapshot(folder):
    return sorted((str(p), p.lstat().st_size, p.lstat().st_mtime_ns) for p in pathlib.Path(folder).rglob("*"))


def features(report):
    return sum(layer["features"] for layer in report["layers"]) if report else 0


def main(opsmap, samples, every=1):
    work = pathlib.Path(tempfile.mkdtemp(prefix="opsmap-corpus-"))
    os.environ.update(XDG_CACHE_HOME=str(work / "cache"), XDG_STATE_HOME=str(work / "state"), XDG_CONFIG_HOME=str(work / "config"))
    (work / "config" / "opsmap").mkdir(parents=True)
    (work / "config" / "opsmap" / "settings.toml").write_text(f"[limits]\nfeatures = {make_corpus.MOST_FEATURES}\n")
    (work / "canary").mkdir()
    (work / "canary" / "secret.txt").write_text(f"name,lat,lon\n{SECRET},33,35\n")
    made = make_corpus.make(samples, work / "bad")
    before, listener = snapshot(work / "bad"), Listener()
    trace = str(work / "trace") if shutil.which("strace") else None
    kept = {"R1": [], "R2": [], "R3": [], "R4": [], "R5": []}
    codes, slowest, largest = {}, 0, 0

    expected = json.loads((pathlib.Path(samples) / "expected.json").read_text())
    for name, wanted in expected.items():
        code, report, err, _, _ = check(opsmap, str(pathlib.Path(samples) / name), None)
        found = report and {"driver": report["driver"], "layers": [[l["name"], l["features"], l["extent_4326"] and [round(x, 5) for x in l["extent_4326"]]] for l in report["layers"]]}
        if found != wanted:
            kept["R4"].append(f"{name}: {found} instead of {wanted} {err}")

    cases = [case for i, case in enumerate(sorted((work / "bad").iterdir())) if i % every == 0 or "_limit-" in case.name or case.name.endswith("_crash")]
    for case in cases:
        mains = [f for f in sorted(os.listdir(os.fsencode(case))) if os.path.splitext(f)[1].decode() in make_corpus.MAIN + (".vrt", ".png", ".tif")]
        file = os.path.join(os.fsencode(case), mains[0])
        kind, shown = case.name.split("_", 1)[1], f"{case.name}/{mains[0]!r}"
        code, report, err, seconds, megabytes = check(opsmap, file, trace if kind in REACHING else None)
        codes[code] = codes.get(code, 0) + 1
        slowest, largest = max(slowest, seconds), max(largest, megabytes)
        if code not in (0, 1, 2, 3, 4, 5) or seconds > SLOWEST_S or megabytes > LARGEST_MB:
            kept["R1"].append(f"{shown}: exit code {code} after {seconds:.0f} s, {megabytes:.0f} MB {err[-200:]}")
        if code >= 2 and (": refused: " not in err or len(err.strip()) < 20 or case.name not in err):
            kept["R2"].append(f"{shown}: {err!r}")
        if kind.startswith("limit-") and f"Raise {kind[6:]} in the settings ([limits])" not in err:
            kept["R2"].append(f"{shown}: does not name its limit: {err!r}")
        # A link that the user names is the file that the user chose.
        if kind != "link" and (SECRET in err or (report and SECRET in json.dumps(report))):
            kept["R3"].append(f"{shown}: printed the canary")
        if trace and kind in REACHING:
            calls = pathlib.Path(trace).read_text(errors="replace")
            if re.search(r"open(at)?\([^\n]*canary/secret", calls):
                kept["R3"].append(f"{shown}: tried to open the canary")
            if "AF_INET" in calls:
                kept["R3"].append(f"{shown}: tried to connect")
        good = expected.get(mains[0].decode("utf-8", "replace"))
        damaged = {os.path.splitext(f)[1].decode() for f in os.listdir(os.fsencode(case))}
        if kind == "truncated" and code == 0 and good and not damaged & set(UNCOUNTED) and features(report) < sum(l[1] for l in good["layers"]):
            kept["R5"].append(f"{shown}: {features(report)} features and not a word")
    if listener.calls:
        kept["R3"].append(f"{listener.calls} connections were made")
    if snapshot(work / "bad") != before:
        kept["R3"].append("a file or folder of the corpus was changed")

    print(f"{len(expected)} good samples, {len(cases)} of {made} bad files; strace: {'yes' if trace else 'no'}")
    print("exit codes: " + ", ".join(f"{code}: {count}" for code, count in sorted(codes.items())) + f"; slowest {slowest:.1f} s, largest {largest:.0f} MB")
    for promise, broken in kept.items():
        print(f"{promise}: {'kept' if not broken else f'broken {len(broken)} times'}")
        for line in broken[:20]:
            print(f"    {line}")
    shutil.rmtree(work)
    return 1 if any(kept.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *(int(a) for a in sys.argv[3:])))
