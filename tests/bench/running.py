"""The program as a bench runs it: on a display of its own, its CPU time, memory and drawn frames read from the kernel and its log."""

import os
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))
os.environ["GLADI_LOG"] = "debug"
from desktop import BINARY, Desktop, Gladi  # noqa: E402, F401

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def cpu_seconds(stat):
    """User and system time of /proc/…/stat: fields 14 and 15, behind the name in brackets."""
    fields = Path(stat).read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND


def memory_mb(pid):
    """What the program holds by itself: resident, without file pages that others share."""
    return int(re.search(r"RssAnon:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def resident_mb(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


class Running:
    def __init__(self, desktop, home, *arguments):
        self.begun = time.monotonic()
        self.gladi = Gladi(desktop, home, "--camera", "demo", "--mic", "test", *arguments)
        self.pid = self.gladi.process.pid

    def process_cpu(self):
        return cpu_seconds(f"/proc/{self.pid}/stat")

    def window_cpu(self):
        """The main thread and those of Mesa, which draws where there is no GPU."""
        total = 0.0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            name = (task / "comm").read_text().strip()
            if task.name == str(self.pid) or name.startswith("llvmpipe") or ":" in name:
                total += cpu_seconds(task / "stat")
        return total

    def log(self):
        return (self.gladi.home / "gladi.log").read_text(errors="replace")

    def frames_drawn(self):
        """The newest counts, of the window and of the projector's; the program tells them twice a second."""
        counts = re.findall(r"(\d+) frames drawn, (\d+) on the projector", self.log())
        return (int(counts[-1][0]), int(counts[-1][1])) if counts else (0, 0)

    def begin_take(self, name="Siti"):
        gladi = self.gladi
        gladi.wait_note("home.camera", "live", 60)
        gladi.click("home.start")
        if gladi.wait_until("the take or a name", lambda seen: seen["screen"] in ("home.name", "studio"))["screen"] == "home.name":
            gladi.type(name)
            gladi.click("home.name.save")
        gladi.wait_note("studio.phase", "recording", 120)

    def end_take(self):
        """Seconds until the take is open in the player."""
        stopped = time.monotonic()
        self.gladi.key("F9")
        self.gladi.wait_screen("feedback", 300)
        self.gladi.key("v")
        self.gladi.wait_screen("review", 300)
        return time.monotonic() - stopped


class Report:
    """Tells figures, and which of them break a promise."""

    def __init__(self):
        self.broken = []

    def tell(self, what, value, unit, most=None):
        print(f"{what:52} {value:9.3f} {unit}" + (f"  (at most {most:g})" if most else ""), flush=True)
        if most and value > most:
            self.broken.append(what)

    def exit_code(self, check):
        for what in self.broken:
            print(f"broken promise: {what}", file=sys.stderr)
        return 1 if check and self.broken else 0
