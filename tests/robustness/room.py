# SPDX-License-Identifier: Apache-2.0
"""opsmap in a window on a private X server, for the scripts of this folder: start, drive, look at its process."""
import os
import subprocess
import tempfile
import time


class Server:
    def __init__(self, size="1280x720"):
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self.display = ":" + numbers.readline().strip()

    def end(self):
        self.process.terminate()
        self.process.wait()


class Room:
    """A home folder of its own and a server; windows are started in it one after the other."""

    def __init__(self, program, size="1280x720"):
        self.program = program
        self.server = Server(size)
        self.home = tempfile.mkdtemp(prefix="opsmap-room-")
        keep = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        self.environment = {**keep, "HOME": self.home, "DISPLAY": self.server.display}
        self.state = os.path.join(self.home, ".local/state/opsmap")

    def start(self, *arguments):
        self.errors = open(os.path.join(self.home, "stderr"), "wb")
        return subprocess.Popen([self.program, *arguments], env=self.environment, stderr=self.errors, stdout=subprocess.DEVNULL)

    def said(self):
        with open(os.path.join(self.home, "stderr"), errors="replace") as text:
            return text.read()

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def key(self, *keys):
        self.xdotool("key", "--clearmodifiers", *keys)

    def until(self, holds, seconds):
        """Whether `holds()` became true within so many seconds."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def end(self):
        self.server.end()
        subprocess.run(["rm", "-rf", self.home], check=True)
