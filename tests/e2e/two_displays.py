"""A desktop with two displays, as a laptop with a projector has it: the host's and, to its right, the projector's.

Xvfb knows one display only; the X server with its dummy driver has two outputs that can go dark and come back.
"""

import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from desktop import Desktop

CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0 - 1000.0
  VertRefresh 5.0 - 200.0
  Modeline "{host}" {host_clock} {host_w} {host_w1} {host_w2} {host_w3} {host_h} {host_h1} {host_h2} {host_h3}
  Modeline "1920x1080" 173.00 1920 2048 2248 2576 1080 1083 1088 1120
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "{host}" "1920x1080"
    Virtual 5760 1080
  EndSubSection
EndSection
"""


# Without frames: what is at a place in the window is at the same place on the display.
MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
"""


class TwoDisplays(Desktop):
    """Needs xserver-xorg-core, xserver-xorg-video-dummy, x11-xserver-utils, and openbox: full screen wants a window
    manager."""

    PROJECTOR = "DUMMY1"
    SERVER = Path("/usr/lib/xorg/Xorg")

    def __init__(self, width=1366, height=768):
        self.size = (width, height)
        self._folder = tempfile.TemporaryDirectory(prefix="gladi-displays-")
        config = Path(self._folder.name) / "xorg.conf"
        mode = f"{width}x{height}"
        config.write_text(CONFIG.format(host=mode, host_clock="85.50", host_w=width, host_w1=width + 64,
                                        host_w2=width + 192, host_w3=width + 384, host_h=height, host_h1=height + 3,
                                        host_h2=height + 8, host_h3=height + 28))
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [str(self.SERVER), "-displayfd", str(write), "-config", str(config), "-noreset", "-nolisten", "tcp",
             "-logfile", str(Path(self._folder.name) / "x.log")],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:  # some machines let nobody start one
            self._server.wait()
            log = Path(self._folder.name) / "x.log"
            raise unittest.SkipTest("no X server with two displays:\n" + (log.read_text() if log.exists() else ""))
        self.display = ":" + number
        self.environment = dict(os.environ, DISPLAY=self.display)
        self.xrandr("--addmode", self.PROJECTOR, "1920x1080")
        self.xrandr("--output", "DUMMY0", "--mode", mode, "--pos", "0x0", "--primary")
        self.projector_on()
        self.xrandr()  # a full probe: only then both outputs count as connected
        manager = Path(self._folder.name) / "openbox.xml"
        manager.write_text(MANAGER)
        self._manager = subprocess.Popen(["openbox", "--config-file", str(manager)], env=self.environment, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL)
        self._wait_for_manager()

    def _wait_for_manager(self):
        for _ in range(200):
            seen = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.environment,
                                  capture_output=True, text=True).stdout
            if "window id" in seen:
                return
            time.sleep(0.05)
        raise RuntimeError("the window manager does not begin")

    def xrandr(self, *words):
        subprocess.run(["xrandr", *words], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def projector_on(self):
        self.xrandr("--output", self.PROJECTOR, "--mode", "1920x1080", "--pos", f"{self.size[0]}x0")

    def third_on(self):
        """Another screen, to the right of the projector."""
        self.xrandr("--addmode", "DUMMY2", "1920x1080")
        self.xrandr("--output", "DUMMY2", "--mode", "1920x1080", "--pos", f"{self.size[0] + 1920}x0")
        self.xrandr()

    def projector_off(self):
        self.xrandr("--output", self.PROJECTOR, "--off")

    def projector_picture(self, name):
        """What the projector shows, as a file."""
        whole = self.screenshot(name)
        file = whole.with_name(f"{name}-projector.png")
        subprocess.run(["convert", str(whole), "-crop", f"1920x1080+{self.size[0]}+0", "+repage", str(file)], check=True)
        return file

    @staticmethod
    def colours(file, box):
        """How many colours a part of a picture has: a face has many, a board of words few."""
        answer = subprocess.run(["convert", str(file), "-crop", box, "+repage", "-depth", "5", "-format", "%k", "info:"],
                                check=True, capture_output=True, text=True)
        return int(answer.stdout)

    def close(self):
        self._manager.terminate()
        self._manager.wait()
        super().close()
        self._folder.cleanup()
