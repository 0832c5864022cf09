"""Keys pressed through the X server's test extension: without starting a program for each, whose time would be measured too."""

import ctypes
import time


class Keyboard:
    def __init__(self, display):
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtst = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        if not self._display:
            raise RuntimeError(f"no display {display}")

    def press(self, key):
        """Presses and releases; gives the monotonic and the wall clock's ns just before."""
        symbol = ctypes.c_ulong(self._x11.XStringToKeysym(key.encode()))
        code = ctypes.c_uint(self._x11.XKeysymToKeycode(self._display, symbol))
        now = time.monotonic_ns(), time.time_ns()
        self._xtst.XTestFakeKeyEvent(self._display, code, 1, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
        time.sleep(0.03)
        self._xtst.XTestFakeKeyEvent(self._display, code, 0, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
        return now

    def move(self, x, y):
        self._xtst.XTestFakeMotionEvent(self._display, -1, int(x), int(y), ctypes.c_ulong(0))
        self._x11.XFlush(self._display)

    def button(self, down):
        """Presses or releases the mouse's button where it is; gives the wall clock's ns just before."""
        now = time.time_ns()
        self._xtst.XTestFakeButtonEvent(self._display, 1, int(down), ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
        return now

    def close(self):
        self._x11.XCloseDisplay(self._display)
