#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs opsmap and its peers in turn (A B C A B C …) on the same data, box, size and colours, and writes one Markdown table:
median (least–most) of every row. See docs/PERFORMANCE.md. Peers are Debian's qgis python3-qgis mapserver-bin python3-mapnik
gdal-bin; who is not installed is left out and named. Data are fetched from npm once, into --work.

  compare.py -n 5 --out table.md            everything
  compare.py --rows export,frames -n 1      some rows
  compare.py --smoke tests/data/zones.geojson   opsmap alone, no download: that the rows work"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import data
import measure

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
SYSTEM_PYTHON = "/usr/bin/python3"  # QGIS, Mapnik and GDAL have their modules there
MAP_COLOR = "200,220,180"
AREAS = {"UNIFIL": "areas/unifil/unifil.toml", "MINURSO": "areas/minurso/minurso.toml", "Iraq": "areas/iraq-2003-2008/iraq-2003-2008.toml"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--opsmap", default=os.path.join(ROOT, "build", "opsmap"))
    parser.add_argument("--first-paint", default=os.path.join(ROOT, "build", "tests", "bench", "first_paint"))
    parser.add_argument("--work", default=os.path.expanduser("~/.cache/opsmap-compare"), help="where data and pictures go")
    parser.add_argument("--sets", default="countries,land10m,land1m,waterbodies", help="data sets of the rows that compare")
    parser.add_argument("--rows", default="start,report,window,export,window-box,geojson,frames,growth,many", help="which rows")
    parser.add_argument("--areas", default=",".join(AREAS), help="bundled areas of the row that starts them")
    parser.add_argument("--growth", default="polygons-100k,polygons-1M,polygons-8M,polygons-30M")
    parser.add_argument("-n", type=int, default=5, help="runs of each")
    parser.add_argument("--size", default="3840x2160")
    parser.add_argument("--out", help="the table; otherwise stdout. Every run stands beside it in .json")
    parser.add_argument("--smoke", help="a small file instead of the data sets, opsmap alone, one run")
    return parser.parse_args()


class Display:
    """A virtual screen of its own; with openbox, where that is installed, every window fills it."""

    def __init__(self, size):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.env = {"DISPLAY": ":" + number.readline().strip(), "QT_QPA_PLATFORM": "xcb"}
        self.manager = None
        if shutil.which("openbox"):
            self.manager = subprocess.Popen(["openbox", "--config-file", os.path.join(HERE, "openbox.xml")], env={**os.environ, **self.env}, stderr=subprocess.DEVNULL)
            time.sleep(0.7)  # until it manages windows

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.manager:
            self.manager.terminate()
            self.manager.wait()
        self.server.terminate()
        self.server.wait()


class Comparison:
    def __init__(self, options):
        self.options = options
        self.work = os.path.abspath(options.work)
        self.results = []  # (row, what, program, unit, values, others)
        self.missing = set()
        os.makedirs(self.work, exist_ok=True)

    # Each program is a function from the run's number to values by name; they take turns.
    def row(self, title, unit, programs):
        collected = {}
        for i in range(self.options.n):
            for program, run in programs.items():
                others, values = run(i)
                for what, value in values.items():
                    entry = collected.setdefault((what, program), ([], []))
                    entry[0].append(value)
                    entry[1].append(others)
                print(f"{title}: {program}: {values} (others {others:.2f})", file=sys.stderr, flush=True)
        for (what, program), (values, others) in collected.items():
            self.results.append({"row": title, "what": what, "program": program, "unit": unit, "values": values, "others": others})

    def there(self, program):
        if shutil.which(program) or program == "mapnik" and subprocess.run([SYSTEM_PYTHON, "-c", "import mapnik"], capture_output=True).returncode == 0:
            return not self.options.smoke
        self.missing.add(program)
        return False

    # opsmap with a cache that is empty (first) or holds what the first run left (second).
    def ours(self, command, cache, first, env=None):
        folder = os.path.join(self.work, "cache-" + cache)
        if first:
            shutil.rmtree(folder, ignore_errors=True)
        state = tempfile.mkdtemp(prefix="opsmap-compare-")
        run = measure.run(command, env={"XDG_CACHE_HOME": folder, "XDG_STATE_HOME": state, "XDG_CONFIG_HOME": state, **(env or {})})
        shutil.rmtree(state, ignore_errors=True)
        if run.code not in (0, 1):
            raise SystemExit(f"{' '.join(command)} ended with {run.code}:\n{run.text[-2000:]}")
        return run

    def checked(self, command, env=None):
        run = measure.run(command, env=env)
        if run.code != 0:
            print(f"{' '.join(command)} ended with {run.code}:\n{run.text[-1000:]}", file=sys.stderr)
        return run

    def source(self, name):
        return os.path.abspath(self.options.smoke) if self.options.smoke else data.flatgeobuf(name, self.work)

    def area(self, name, crs, box):
        scale = min(int(side) / nominal for side, nominal in zip(self.options.size.split("x"), (1920, 1080)))
        return data.area_file(f"{name}-{crs.split(':')[1]}", self.work, self.source(name), crs, box, scale)

    def export(self, name):
        for place, box in (("world", data.WORLD), ("Lebanon", data.LEBANON)):
            crs, picture = "EPSG:3857", os.path.join(self.work, f"{name}-{place}")
            area, source = self.area(name, crs, box), self.source(name)

            def ours(first):
                def run(_):
                    done = self.ours([self.options.opsmap, "export", area, "-o", picture + "-opsmap.png", "--extent=" + box, "--size", self.options.size, "--grid", "none"],
                                     "export-" + name, first)
                    return done.others, {"s": done.wall_s, "MB": done.peak_mb}
                return run

            def peer(script):
                def run(_):
                    done = self.checked([SYSTEM_PYTHON, os.path.join(HERE, script), source, box, crs, self.options.size, f"{picture}-{script[5:-3]}.png"])
                    return done.others, {"s": done.wall_s, "MB": done.peak_mb}
                return run

            programs = {"opsmap, first time": ours(True), "opsmap, second time": ours(False)}
            if self.there("map2img"):
                programs["MapServer"] = peer("peer_mapserver.py")
            if self.there("mapnik"):
                programs["Mapnik"] = peer("peer_mapnik.py")
            if self.there("qgis"):
                programs["QGIS"] = peer("peer_qgis.py")
            self.row(f"{name}: picture of {place}, {self.options.size}", "s", programs)

    def window(self, name, box, place):
        area, source, crs = self.area(name, "EPSG:3857", box), self.source(name), "EPSG:3857"
        watch = [self.options.first_paint, MAP_COLOR, "4000", "120"]  # a large file's reader is silent for longer than a second

        def ours(first):
            def run(_):
                with Display(self.options.size) as display:
                    done = self.ours([*watch, self.options.opsmap, area, "--size", self.options.size], "window-" + name, first, display.env)
                return done.others, self.window_times(done.text)
            return run

        def qgis(_):
            project, profile = os.path.join(self.work, name + place + ".qgz"), os.path.join(self.work, "qgis-profile")
            if not os.path.exists(project):
                self.checked([SYSTEM_PYTHON, os.path.join(HERE, "peer_qgis.py"), source, box, crs, self.options.size, project])
            with Display(self.options.size) as display:
                done = self.checked([*watch, "qgis", "--nologo", "--noversioncheck", "--profiles-path", profile, "--project", project], display.env)
            return done.others, self.window_times(done.text)

        programs = {"opsmap, first time": ours(True), "opsmap, second time": ours(False)}
        if self.there("qgis"):
            programs["QGIS"] = qgis
        self.row(f"{name}: window on {place}, {self.options.size}", "s", programs)

    @staticmethod
    def window_times(text):
        found = dict(re.findall(r"(\w+)=(-?\d+)", text))
        if int(found["paint_ms"]) < 0:
            return {}  # no map came
        return {"first map s": int(found["paint_ms"]) / 1000, "complete s": int(found["complete_ms"]) / 1000, "MB": int(found["peak_kb"]) / 1024}

    def geojson(self, name):
        source = self.options.smoke or data.fetched(name, self.work)
        if source.endswith(".json"):  # TopoJSON: what is measured is GeoJSON
            target = os.path.join(self.work, name + "-plain.geojson")
            if not os.path.exists(target):
                subprocess.run(["ogr2ogr", "-q", "-f", "GeoJSON", target, data.flatgeobuf(name, self.work)], check=True)
            source = target
        if not source.endswith("geojson"):
            link = os.path.join(self.work, name + ".geojson")
            if not os.path.exists(link):
                os.symlink(source, link)
            source = link

        area = data.area_file(name + "-geojson", self.work, os.path.abspath(source), "EPSG:3857", data.WORLD, 1)

        def ours(_):
            done = self.ours([self.options.opsmap, "cache", "add", area], "geojson-" + name, True)
            return done.others, {"s": done.wall_s, "MB": done.peak_mb}

        def ogr(_):
            target = os.path.join(self.work, "ogr.fgb")
            if os.path.exists(target):
                os.remove(target)
            done = self.checked(["ogr2ogr", "-q", "-t_srs", "EPSG:3857", "-nlt", "PROMOTE_TO_MULTI", target, source], {"OGR_GEOJSON_MAX_OBJ_SIZE": "0"})
            return done.others, {"s": done.wall_s, "MB": done.peak_mb}

        programs = {"opsmap": ours}
        if self.there("ogr2ogr"):
            programs["ogr2ogr"] = ogr
        self.row(f"{name}: GeoJSON read and reprojected (opsmap: also made importances and cached; ogr2ogr: written as FlatGeobuf)", "s", programs)

    def flight(self, arguments, cache, first=False):
        done = self.ours([self.options.opsmap, "bench", *arguments, "--json"], cache, first)
        found = json.loads(done.text[done.text.index('{"size"'):].splitlines()[0])
        frames = found["frame_ms"]["all"]
        return done.others, {"p50 ms": frames["p50"], "p95 ms": frames["p95"], "complete ms": found["complete_ms"], "private MB": found["private_mb"]}

    def frames(self, name):
        for size in ("1920x1080", self.options.size):
            area = self.area(name, "EPSG:3857", data.WORLD)
            self.row(f"{name}: flight, {size}", "ms", {"opsmap": lambda _: self.flight([area, "--size", size], "frames-" + name)})
        if not self.there("qgis"):
            return
        source = self.source(name)
        for place, box in (("world", data.WORLD), ("Lebanon", data.LEBANON)):
            if place == "world" and name != "countries":
                continue  # half a minute a step

            def steps(_):
                done = self.checked([SYSTEM_PYTHON, os.path.join(HERE, "peer_qgis.py"), source, box, "EPSG:3857", self.options.size, os.path.join(self.work, "steps.png"), "5"])
                values = {key: [float(ms) for ms in text.split("/")] for key, text in re.findall(r"(pan|zoom)_ms=([\d./]+)", done.text)}
                return done.others, {f"{key} ms": sorted(ms)[len(ms) // 2] for key, ms in values.items()}

            self.row(f"{name}: a step in {place}, {self.options.size}", "ms", {"QGIS": steps})

    def start(self):
        for size in ("1920x1080", self.options.size):
            for title in self.options.areas.split(","):
                area = os.path.join(ROOT, AREAS[title])
                self.row(f"{title}: flight, {size}", "ms", {"opsmap": lambda _: self.flight([area, "--size", size], "start-" + title)})

                def window(first):
                    def run(_):
                        with Display(size) as display:  # the sea
                            done = self.ours([self.options.first_paint, "201,223,238", "1500", "60", self.options.opsmap, area, "--size", size], f"start-{title}-{size}", first, display.env)
                        return done.others, self.window_times(done.text)
                    return run

                self.row(f"{title}: window, {size}", "s", {"opsmap, first time": window(True), "opsmap, second time": window(False)})

    # The bundled area as a picture, beside the least that it could cost: GDAL burning the same layers, and PNG encoding.
    def report(self):
        area, picture = os.path.join(ROOT, AREAS["UNIFIL"]), os.path.join(self.work, "report.png")

        def ours(first):
            def run(_):
                done = self.ours([self.options.opsmap, "export", area, "-o", picture, "--size", self.options.size, "--world-file"], "report", first)
                return done.others, {"s": done.wall_s, "MB": done.peak_mb}
            return run

        def gdal(what):
            def run(_):
                done = self.checked([SYSTEM_PYTHON, os.path.join(HERE, "peer_rasterize.py"), area, picture, self.work, what])
                return done.others, {"s": float(found[1])} if (found := re.search(r"^s=([\d.]+)", done.text, re.M)) else {}
            return run

        programs = {"opsmap, first time": ours(True), "opsmap, second time": ours(False)}
        if self.there("gdal_rasterize"):
            programs |= {"GDAL rasterising alone": gdal("rasterize"), "PNG encoding alone": gdal("png")}
        self.row(f"UNIFIL: picture, {self.options.size}", "s", programs)

    def growth(self, names):
        for name in names:
            area = self.area(name, "EPSG:3857", data.WORLD)
            self.row(f"{name}: flight, 1920x1080", "ms", {"opsmap": lambda _: self.flight([area, "--size", "1920x1080"], "growth-" + name)})

    def table(self):
        lines = ["| row | program | " + "what | median (least–most) | others' processors |", "|---|---|---|---|---|"]
        for result in self.results:
            digits = 1 if "ms" in result["what"] else 0 if "MB" in result["what"] else 2
            others = sum(result["others"]) / len(result["others"])
            lines.append(f"| {result['row']} | {result['program']} | {result['what']} | {measure.spread(result['values'], digits)} | {others:.2f} |")
        if self.missing:
            lines.append(f"\nNot installed and left out: {', '.join(sorted(self.missing))}.")
        return "\n".join(lines) + "\n"

    def run(self):
        rows, sets = self.options.rows.split(","), ["small"] if self.options.smoke else self.options.sets.split(",")
        if "start" in rows:
            self.start()
        if "report" in rows:
            self.report()
        for name in sets:
            if "window" in rows:
                self.window(name, data.WORLD, "world")
            if "window-box" in rows:
                self.window(name, data.LEBANON, "Lebanon")
            for row in ("export", "geojson", "frames"):
                if row in rows:
                    getattr(self, row)(name)
        if "growth" in rows:
            self.growth(self.options.growth.split(","))
        if "many" in rows:
            self.growth(["lines-600k", "points-200k"])


def main():
    options = arguments()
    if options.smoke:
        options.n, options.size, options.work = 1, "960x540", tempfile.mkdtemp(prefix="opsmap-compare-smoke-")
        options.rows = "export,geojson,frames"
    comparison = Comparison(options)
    comparison.run()
    if options.smoke:
        shutil.rmtree(options.work)
    if options.out:
        with open(options.out, "w", encoding="utf8") as out:
            out.write(comparison.table())
        with open(os.path.splitext(options.out)[0] + ".json", "w", encoding="utf8") as out:
            json.dump(comparison.results, out, indent=1)
    else:
        print(comparison.table())


main()
