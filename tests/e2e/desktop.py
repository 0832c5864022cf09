"""A desktop for tests: an X server of their own, the real program on it, a hand that clicks and types.

The program writes where its named widgets are (GLADI_WIDGET_LOG); the hand finds them there, as an eye would.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

BINARY = Path(os.environ.get("GLADI_BINARY", "build/test/gladi")).resolve()
SCREENSHOTS = Path(os.environ.get("GLADI_SCREENSHOTS", "build/test/screenshots")).resolve()


class Desktop:
    """An X server without a window manager: what is not there can't steal the keyboard."""

    def __init__(self, width=1366, height=768):
        self.size = (width, height)
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = ":" + answer.readline().strip()
        self.environment = dict(os.environ, DISPLAY=self.display)

    def close(self):
        self._server.terminate()
        self._server.wait()

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def clipboard(self, text):
        """What a person has copied in another program."""
        subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), env=self.environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def screenshot(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        file = SCREENSHOTS / f"{name}.png"
        subprocess.run(["import", "-silent", "-window", "root", str(file)], env=self.environment, check=True)
        return file


class Gladi:
    """The running program. `home` outlives it, so that a second start finds what the first one left.

    Who starts it has seen the tour already; with `first_start` the home is left as it is, and the tour comes."""

    def __init__(self, desktop, home, *arguments, first_start=False):
        self.desktop = desktop
        self.home = Path(home)
        self.library = self.home / "Gladi"
        self.clicks = 0
        settings = self.home / ".config/gladi/settings.toml"
        if not first_start and not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("tour_seen = true\n")
        # In memory: the window's own thread writes it, and replacing a file takes a busy disk half a second.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self._registry = Path(tempfile.mkdtemp(prefix="gladi-e2e-", dir=memory)) / "widgets.json"
        self._log = open(self.home / "gladi.log", "ab")
        environment = dict(desktop.environment, HOME=str(self.home), XDG_CONFIG_HOME=str(self.home / ".config"),
                           XDG_DATA_HOME=str(self.home / ".local/share"), XDG_CACHE_HOME=str(self.home / ".cache"),
                           GLADI_WIDGET_LOG=str(self._registry),
                           SDL_VIDEODRIVER="x11")
        self.process = subprocess.Popen([str(BINARY), *map(str, arguments)], env=environment, stdout=self._log,
                                        stderr=subprocess.STDOUT)

    # What the screen shows

    def look(self):
        try:
            return json.loads(self._registry.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return {"screen": "", "notes": {}, "widgets": {}}

    def wait_until(self, what, condition, seconds=30):
        """Waits until `condition` of what is seen holds; fails with what was seen instead."""
        end = time.monotonic() + seconds
        while True:
            seen = self.look()
            if condition(seen):
                return seen
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended ({self.process.returncode}) while waiting for {what}:\n{self.log()}")
            if time.monotonic() > end:
                self.desktop.screenshot(f"failure{self.desktop.display.replace(':', '-')}")
                raise AssertionError(f"waited {seconds} s for {what}; seen: {seen['screen']} {seen['notes']} "
                                     f"{sorted(seen['widgets'])}\n{self.log()}")
            time.sleep(0.05)

    def wait_screen(self, name, seconds=30):
        return self.wait_until(f"screen {name}", lambda seen: seen["screen"] == name, seconds)

    def wait_widget(self, name, seconds=30):
        return self.wait_until(f"widget {name}", lambda seen: seen["widgets"].get(name, {}).get("enabled"), seconds)

    def wait_note(self, name, value, seconds=30):
        return self.wait_until(f"{name} = {value}", lambda seen: seen["notes"].get(name) == value, seconds)

    def drawn_at_ns(self):
        """When what is seen now was on the screen, by the wall clock."""
        return self._registry.stat().st_mtime_ns

    def note(self, name):
        return self.look()["notes"].get(name, "")

    # What the hand does

    def point_of(self, name, across=0.5, down=0.5):
        place = self.wait_widget(name)["widgets"][name]
        return int(place["x"] + place["w"] * across), int(place["y"] + place["h"] * down)

    def click(self, name, across=0.5, down=0.5):
        x, y = self.point_of(name, across, down)
        self.desktop.xdotool("mousemove", x, y)
        time.sleep(0.1)
        self.desktop.xdotool("click", 1)
        self.clicks += 1
        time.sleep(0.15)

    def key(self, *names):
        for name in names:
            self.desktop.xdotool("key", name)
            time.sleep(0.15)

    def type(self, text):
        self.desktop.xdotool("type", "--delay", "40", text)
        time.sleep(0.3)

    # How it ends

    def close(self):
        """Closes as a person does, with Ctrl+Q."""
        if self.process.poll() is None:
            self.key("ctrl+q")
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError(f"the program did not end:\n{self.log()}")
        self._clean()
        return self.process.returncode

    def kill(self):
        """As a crash or a power switch does it; nothing when the program has ended already."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._clean()

    def _clean(self):
        self._log.close()
        shutil.rmtree(self._registry.parent, ignore_errors=True)

    def log(self):
        return (self.home / "gladi.log").read_text(errors="replace")[-3000:]
