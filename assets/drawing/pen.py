"""A small pen for the product pictures: text of SVG elements, with one look for light, tables and shadows."""
import math
import random

SIZE = 600


def lighter(colour, by):
    """`colour` mixed with white (by > 0) or black (by < 0)."""
    channels = [int(colour[i:i + 2], 16) for i in (1, 3, 5)]
    target = 255 if by > 0 else 0
    return "#%02X%02X%02X" % tuple(round(c + (target - c) * abs(by)) for c in channels)


class Picture:
    """Collects defs and body; ids are unique within the picture."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.defs = []
        self.body = []
        self._ids = 0

    def id(self):
        self._ids += 1
        return "i%d" % self._ids

    def add(self, *parts):
        self.body.extend(parts)

    def define(self, text):
        self.defs.append(text)

    def linear(self, stops, x1=0, y1=0, x2=0, y2=1):
        name = self.id()
        self.define(f'<linearGradient id="{name}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">{_stops(stops)}'
                    '</linearGradient>')
        return f"url(#{name})"

    def radial(self, stops, cx=.5, cy=.5, r=.5):
        name = self.id()
        self.define(f'<radialGradient id="{name}" cx="{cx}" cy="{cy}" r="{r}">{_stops(stops)}</radialGradient>')
        return f"url(#{name})"

    def pattern(self, width, height, content, transform=""):
        name = self.id()
        self.define(f'<pattern id="{name}" width="{width}" height="{height}" patternUnits="userSpaceOnUse" '
                    f'patternTransform="{transform}">{content}</pattern>')
        return f"url(#{name})"

    def clip(self, shape):
        name = self.id()
        self.define(f'<clipPath id="{name}">{shape}</clipPath>')
        return name

    def blurred(self, shape, deviation, opacity=1.0):
        name = self.id()
        self.define(f'<filter id="{name}" x="-30%" y="-30%" width="160%" height="160%">'
                    f'<feGaussianBlur stdDeviation="{deviation}"/></filter>')
        return f'<g filter="url(#{name})" opacity="{opacity}">{shape}</g>'

    def shadow(self, d, dx=10, dy=16, deviation=12, opacity=.4):
        """The soft shadow of a path on the table."""
        self.add(self.blurred(f'<path d="{d}" transform="translate({dx} {dy})" fill="#2A1608"/>', deviation, opacity))

    def pool(self, cx, cy, rx, ry, opacity=.5):
        """The dark pool under something that stands."""
        fill = self.radial([(0, "#2A1608", opacity), (.6, "#2A1608", opacity * .55), (1, "#2A1608", 0)])
        self.add(f'<ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}" fill="{fill}"/>')

    # Backgrounds ------------------------------------------------------------------------------------------------
    def wooden_table(self, colour="#B98558"):
        self.add(f'<rect width="600" height="600" fill="{colour}"/>')
        for plank in range(5):
            y = plank * 120 + self.random.randint(-4, 4)
            tone = lighter(colour, self.random.uniform(-.12, .12))
            self.add(f'<rect y="{y}" width="600" height="120" fill="{tone}"/>')
            for _ in range(9):
                gy = y + self.random.uniform(6, 114)
                bend = self.random.uniform(-9, 9)
                self.add(f'<path d="M0 {gy:.0f}Q{self.random.randint(120, 420)} {gy + bend:.0f} 600 {gy + bend / 3:.0f}" '
                         f'stroke="{lighter(colour, -.4)}" stroke-width="{self.random.uniform(.6, 2):.1f}" fill="none" '
                         f'opacity="{self.random.uniform(.12, .34):.2f}"/>')
            self.add(f'<path d="M0 {y}H600" stroke="{lighter(colour, -.6)}" stroke-width="2.4" opacity=".55"/>'
                     f'<path d="M0 {y + 2.5}H600" stroke="#fff" stroke-width="1.2" opacity=".16"/>')

    def linen(self, colour="#EADFCB"):
        weave = self.pattern(7, 7, f'<rect width="7" height="7" fill="{colour}"/>'
                             f'<path d="M0 1.5H7M0 5H7" stroke="{lighter(colour, -.16)}" stroke-width=".8" opacity=".6"/>'
                             '<path d="M1.5 0V7M5 0V7" stroke="#fff" stroke-width=".8" opacity=".5"/>')
        self.add(f'<rect width="600" height="600" fill="{weave}"/>')

    def wall_and_table(self, wall="#F1E3CA", table="#A9744A", horizon=380):
        light = self.radial([(0, lighter(wall, .6), 1), (1, lighter(wall, -.16), 1)], .3, .15, 1)
        self.add(f'<rect width="600" height="600" fill="{light}"/>')
        top = self.linear([(0, lighter(table, -.22), 1), (.2, table, 1), (1, lighter(table, .1), 1)])
        self.add(f'<rect y="{horizon}" width="600" height="{SIZE - horizon}" fill="{top}"/>')
        for _ in range(26):
            gy = horizon + (self.random.random() ** .7) * (SIZE - horizon)
            gx = self.random.randint(-60, 500)
            length = self.random.randint(90, 380)
            self.add(f'<path d="M{gx} {gy:.0f}q{length / 2:.0f} {self.random.randint(-4, 4)} {length} 0" '
                     f'stroke="{lighter(table, -.45)}" stroke-width="1.5" fill="none" '
                     f'opacity="{self.random.uniform(.12, .4):.2f}"/>')
        self.add(f'<path d="M0 {horizon}H600" stroke="#fff" stroke-width="2" opacity=".25"/>')

    # Leaves -----------------------------------------------------------------------------------------------------
    def leaf(self, x, y, scale, turn, colour, kind="teak", opacity=.85):
        outline, veins = LEAVES[kind]
        fill = self.radial([(0, lighter(colour, .28), 1), (.7, colour, 1), (1, lighter(colour, -.3), 1)], .45, .4, .62)
        return (f'<g transform="translate({x:.0f} {y:.0f}) rotate({turn:.0f}) scale({scale:.2f})" opacity="{opacity:.2f}">'
                f'<path d="{outline}" fill="{fill}" stroke="{lighter(colour, -.38)}" stroke-width="1.6"/>'
                f'<path d="{veins}" fill="none" stroke="{lighter(colour, -.42)}" stroke-width="1.5" '
                'stroke-linecap="round" opacity=".75"/>'
                f'<path d="{veins}" fill="none" stroke="#fff" stroke-width=".7" transform="translate(1 1)" '
                'opacity=".35"/></g>')

    def ecoprint(self, clip, step=105, colours=("#6B7D45", "#8A4B2A", "#5B3A4E", "#9A7B33"), scale=.8,
                 kinds=("teak", "gum", "teak", "fern"), box=(0, 0, 600, 600)):
        """Prints of leaves over the shape called `clip`, each a little different, as steamed leaves are."""
        parts = []
        row = 0
        y = box[1] - 20
        while y < box[3] + 40:
            x = box[0] - 20 + (step / 2 if row % 2 else 0)
            while x < box[2] + 40:
                parts.append(self.leaf(x + self.random.uniform(-.14, .14) * step, y + self.random.uniform(-.14, .14) * step,
                                       scale * self.random.uniform(.8, 1.15), self.random.uniform(0, 360),
                                       self.random.choice(colours), self.random.choice(kinds),
                                       self.random.uniform(.55, .9)))
                x += step
            y += step * .82
            row += 1
        return f'<g clip-path="url(#{clip})">{"".join(parts)}</g>'

    def svg(self, title):
        glow = self.radial([(0, "#FFF2D0", .26), (1, "#FFF2D0", 0)], .22, .1, .8)
        dusk = self.radial([(.62, "#5A3414", 0), (1, "#5A3414", .3)], .48, .46, .78)
        self.add(f'<rect width="600" height="600" fill="{glow}"/><rect width="600" height="600" fill="{dusk}"/>')
        return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">\n'
                f'<title>{title}</title>\n<!-- Drawn by assets/drawing; GPL-3.0-or-later -->\n'
                f'<defs>{"".join(self.defs)}</defs>\n' + "\n".join(self.body) + "\n</svg>\n")


def _stops(stops):
    return "".join(f'<stop offset="{o}" stop-color="{c}" stop-opacity="{a:.3g}"/>' for o, c, a in stops)


def _side_veins(pairs, top, bottom, reach, lift):
    d = f"M0 {top}V{bottom + 12}"
    for i in range(pairs):
        t = (i + .6) / pairs
        y = top + (bottom - top) * t
        w = reach * math.sin(math.pi * (.18 + .72 * t))
        d += f"M0 {y:.0f}Q{w * .6:.0f} {y - lift * .3:.0f} {w:.0f} {y - lift:.0f}"
        d += f"M0 {y:.0f}Q{-w * .6:.0f} {y - lift * .3:.0f} {-w:.0f} {y - lift:.0f}"
    return d


def _fern():
    outline = ""
    for i in range(9):
        y = -56 + i * 13
        w = 34 * math.sin(math.pi * (.14 + .8 * (i + 1) / 10))
        for side in (-1, 1):
            outline += (f"M0 {y}C{side * w * .4:.0f} {y - 12} {side * w:.0f} {y - 12} {side * w * 1.1:.0f} {y - 8}"
                        f"C{side * w:.0f} {y} {side * w * .5:.0f} {y + 5} 0 {y + 4}Z")
    return outline, "M0 -64V72"


LEAVES = {
    "teak": ("M0-62C34-54 52-12 34 32 26 52 10 62 0 68-10 62-26 52-34 32-52-12-34-54 0-62Z",
             _side_veins(7, -52, 58, 36, 15)),
    "gum": ("M0-66C16-40 20 4 12 38 8 54 4 62 0 68-4 62-8 54-12 38-20 4-16-40 0-66Z", _side_veins(8, -52, 54, 12, 9)),
    "fern": _fern(),
    "round": ("M0-40C30-42 44-18 40 6 36 30 18 42 0 46-18 42-36 30-40 6-44-18-30-42 0-40Z", _side_veins(4, -32, 36, 28, 14)),
}
