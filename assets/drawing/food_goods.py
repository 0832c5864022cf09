"""Things to eat and drink: bottles, bags of chips, a jar, with what they are made of around them."""
import math

from pen import Picture, lighter

FONT = 'font-family="Inter, sans-serif" font-weight="700" text-anchor="middle"'


def text(x, y, size, words, fill="#4A2B12"):
    return f'<text x="{x}" y="{y}" font-size="{size}" {FONT} fill="{fill}">{words}</text>'


def label(pen, x, y, width, height, lines, colour, paper="#FFF9EA"):
    pen.add(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="8" fill="{paper}"/>'
            f'<rect x="{x + 6}" y="{y + 6}" width="{width - 12}" height="{height - 12}" rx="5" fill="none" stroke="{colour}" stroke-width="3"/>')
    size = min(26, (width - 22) / (max(len(line) for line in lines) * .62))
    middle = y + height / 2 - (len(lines) - 1) * size * .58
    for i, line in enumerate(lines):
        pen.add(text(x + width / 2, middle + i * size * 1.16 + size * .1, round(size), line, colour))
    pen.add(pen.leaf(x + width / 2, y + height - 24, .22, 90, colour, "gum", .9))


def bottle(pen, x, liquid, lines, cap="#7B4326"):
    """A glass bottle of 250 ml standing on the table, its middle at `x`."""
    d = (f"M{x - 28} 96H{x + 28}V150C{x + 30} 186 {x + 80} 200 {x + 82} 260V470Q{x + 82} 504 {x + 50} 504H{x - 50}"
         f"Q{x - 82} 504 {x - 82} 470V260C{x - 80} 200 {x - 30} 186 {x - 28} 150Z")
    pen.pool(x + 16, 500, 140, 26, .6)
    clip = pen.clip(f'<path d="{d}"/>')
    side = pen.linear([(0, lighter(liquid, -.4), 1), (.25, lighter(liquid, .18), 1), (.7, liquid, 1), (1, lighter(liquid, -.45), 1)], 0, 0, 1, 0)
    pen.add(f'<path d="{d}" fill="#F4EBDD" opacity=".9"/>'
            f'<g clip-path="url(#{clip})"><rect x="{x - 90}" y="172" width="180" height="340" fill="{side}"/>'
            f'<ellipse cx="{x}" cy="173" rx="36" ry="6" fill="{lighter(liquid, .4)}"/></g>')
    label(pen, x - 80, 290, 160, 150, lines, lighter(liquid, -.5))
    pen.add(f'<path d="M{x - 62} 250C{x - 60} 216 {x - 26} 204 {x - 18} 160" stroke="#fff" stroke-width="10" fill="none" stroke-linecap="round" opacity=".55"/>'
            f'<path d="M{x - 68} 456v26" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".45"/>'
            f'<path d="{d}" fill="none" stroke="#fff" stroke-width="2.5" opacity=".5"/>'
            f'<rect x="{x - 35}" y="72" width="70" height="40" rx="8" fill="{pen.linear([(0, lighter(cap, .3), 1), (.4, cap, 1), (1, lighter(cap, -.4), 1)], 0, 0, 1, 0)}"/>'
            f'<path d="M{x - 35} 84h70M{x - 35} 98h70" stroke="#000" stroke-width="1.5" opacity=".25"/>')


def glass(pen, x, y, liquid):
    d = f"M{x - 52} {y - 130}H{x + 52}L{x + 40} {y}H{x - 40}Z"
    pen.pool(x + 8, y, 78, 17, .55)
    side = pen.linear([(0, lighter(liquid, -.25), 1), (.3, lighter(liquid, .25), 1), (1, lighter(liquid, -.3), 1)], 0, 0, 1, 0)
    pen.add(f'<path d="{d}" fill="#fff" opacity=".5"/><path d="M{x - 49} {y - 98}H{x + 49}L{x + 40} {y - 6}H{x - 40}Z" fill="{side}"/>'
            f'<ellipse cx="{x}" cy="{y - 98}" rx="49" ry="9" fill="{lighter(liquid, .4)}"/>'
            f'<ellipse cx="{x}" cy="{y - 130}" rx="52" ry="9" fill="none" stroke="#fff" stroke-width="3" opacity=".8"/>'
            f'<path d="M{x - 36} {y - 116}L{x - 28} {y - 20}" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".55"/>')


def root(pen, x, y, scale, turn, colour, cut):
    """A knobbly root with a cut face (turmeric, ginger, galangal)."""
    d = "M-80 8C-92-18-60-34-40-26-34-56-2-58 2-30 26-40 60-44 78-22 96-4 84 24 60 22 54 50 18 54 12 26-14 36-64 36-80 8Z"
    fill = pen.radial([(0, lighter(colour, .3), 1), (.7, colour, 1), (1, lighter(colour, -.3), 1)], .4, .3, .7)
    pen.add(f'<g transform="translate({x} {y}) rotate({turn}) scale({scale})">'
            + pen.blurred(f'<path d="{d}" transform="translate(5 16)" fill="#2A1608"/>', 7, .5) +
            f'<path d="{d}" fill="{fill}" stroke="{lighter(colour, -.4)}" stroke-width="1.5"/>'
            f'<path d="M-58-22q8 24-2 50M-20-36q12 26 6 62M30-32q12 20 4 56" stroke="{lighter(colour, -.45)}" stroke-width="2" fill="none" opacity=".6"/>'
            f'<ellipse cx="74" cy="0" rx="14" ry="21" fill="{cut}" stroke="{lighter(colour, -.35)}" stroke-width="2" transform="rotate(-8 74 0)"/>'
            f'<ellipse cx="74" cy="0" rx="8" ry="13" fill="none" stroke="{lighter(cut, -.25)}" stroke-width="1.5" transform="rotate(-8 74 0)"/></g>')


def chip(pen, x, y, radius, colour, spots, wave=.16):
    """One thin fried slice, uneven at the rim and spotted."""
    points = []
    for i in range(14):
        a = i / 14 * 2 * math.pi
        r = radius * (1 + pen.random.uniform(-wave, wave) * .6)
        points.append((x + r * math.cos(a), y + r * .66 * math.sin(a)))
    d = "M%.0f %.0f" % points[0] + "".join("L%.0f %.0f" % p for p in points[1:]) + "Z"
    fill = pen.radial([(0, lighter(colour, .35), 1), (.75, colour, 1), (1, lighter(colour, -.28), 1)], .4, .3, .7)
    dots = "".join(f'<ellipse cx="{x + pen.random.uniform(-.62, .62) * radius:.0f}" cy="{y + pen.random.uniform(-.38, .38) * radius:.0f}" '
                   f'rx="{radius * pen.random.uniform(.08, .17):.1f}" ry="{radius * pen.random.uniform(.06, .1):.1f}" '
                   f'fill="{pen.random.choice(spots)}" opacity=".8"/>' for _ in range(7))
    pen.add(f'<path d="{d}" transform="translate(4 7)" fill="#2A1608" opacity=".28"/>'
            f'<path d="{d}" fill="{fill}" stroke="{lighter(colour, -.4)}" stroke-width="1.6" stroke-linejoin="round"/>{dots}')


TEMPE = ("#DDA449", ("#F6E2AE", "#F0D48F", "#A9702A"))
CASSAVA = ("#F3D373", ("#C8402A", "#FFF3C4", "#C8402A"))


def bag_of_chips(pen, x, y, width, height, colour, lines, filling):
    """A standing pouch whose window shows the chips; (x, y) is the middle of its foot."""
    l, r, t = x - width / 2, x + width / 2, y - height
    d = (f"M{l + 8} {t}H{r - 8}L{r + 2} {t + 40}C{r + 8} {t + height * .5} {r + 4} {y - 40} {r - 6} {y - 6}"
         f"Q{x} {y + 12} {l + 6} {y - 6}C{l - 4} {y - 40} {l - 8} {t + height * .5} {l - 2} {t + 40}Z")
    pen.pool(x + 10, y, width * .66, height * .07, .6)
    side = pen.linear([(0, lighter(colour, -.3), 1), (.2, lighter(colour, .22), 1), (.6, colour, 1), (1, lighter(colour, -.36), 1)], 0, 0, 1, 0)
    pen.add(f'<path d="{d}" fill="{side}"/><path d="M{l + 5} {t + 22}H{r - 5}" stroke="#000" stroke-width="2" opacity=".25" stroke-dasharray="3 3"/>')
    window = f'<ellipse cx="{x}" cy="{y - height * .25:.0f}" rx="{width * .34:.0f}" ry="{height * .16:.0f}"/>'
    clip = pen.clip(window)
    pen.add(window.replace("/>", ' fill="#5A3414"/>'), f'<g clip-path="url(#{clip})">')
    for _ in range(12):
        chip(pen, x + pen.random.uniform(-.34, .34) * width, y - height * .25 + pen.random.uniform(-.16, .16) * height, width * .15, *filling)
    pen.add('</g>', window.replace("/>", ' fill="none" stroke="#FFF3D2" stroke-width="3"/>'))
    label(pen, x - width * .38, t + height * .16, width * .76, height * .34, lines, lighter(colour, -.55))
    pen.add(f'<path d="M{l + 16} {t + 34}C{l + 8} {t + height * .5} {l + 14} {y - 50} {l + 22} {y - 24}" stroke="#fff" stroke-width="7" fill="none" stroke-linecap="round" opacity=".35"/>')


def bowl(pen, x, y, width, colour):
    """The front of a clay bowl; what lies in it is drawn before."""
    d = f"M{x - width / 2} {y}C{x - width * .44} {y + width * .36} {x - width * .2} {y + width * .4} {x} {y + width * .4}S{x + width * .44} {y + width * .36} {x + width / 2} {y}Q{x} {y + width * .14} {x - width / 2} {y}Z"
    side = pen.linear([(0, lighter(colour, -.3), 1), (.3, lighter(colour, .25), 1), (1, lighter(colour, -.42), 1)], 0, 0, 1, 0)
    pen.add(f'<path d="{d}" fill="{side}"/><path d="M{x - width / 2} {y}Q{x} {y + width * .14} {x + width / 2} {y}" stroke="{lighter(colour, .4)}" stroke-width="5" fill="none"/>'
            f'<path d="M{x - width * .42} {y + width * .16:.0f}Q{x} {y + width * .28:.0f} {x + width * .42} {y + width * .16:.0f}" stroke="{lighter(colour, -.45)}" stroke-width="3" fill="none" opacity=".6"/>')


def heap(pen, x, y, width, filling, count=34):
    for i in range(count):
        t = i / count
        spread = width * .46 * (1 - t * .72)
        chip(pen, x + pen.random.uniform(-1, 1) * spread, y - t * width * .32 + pen.random.uniform(-6, 6), width * .13, *filling)


def tempe_chips():
    pen = Picture(5)
    pen.wall_and_table("#F6E7C8", "#A06A3E", 360)
    bag_of_chips(pen, 204, 492, 220, 380, "#C99A4B", ("KERIPIK", "TEMPE"), TEMPE)
    pen.pool(424, 500, 150, 24, .6)
    pen.add('<ellipse cx="420" cy="404" rx="122" ry="26" fill="#5E3019"/>')
    heap(pen, 420, 404, 230, TEMPE)
    bowl(pen, 420, 404, 246, "#8F4A2B")
    for x, y in ((276, 520), (90, 532), (330, 548)):
        chip(pen, x, y, 32, *TEMPE)
    return pen.svg("Keripik tempe")


def cassava_chips():
    pen = Picture(15)
    pen.wooden_table("#B07A4C")
    pen.add(pen.leaf(110, 150, 1.9, -38, "#5F8A3A", "teak", 1), pen.leaf(500, 190, 1.7, 44, "#4F7A34", "teak", 1))
    pen.pool(310, 488, 250, 44, .65)
    pen.add('<ellipse cx="300" cy="318" rx="206" ry="44" fill="#5E3019"/>')
    heap(pen, 300, 318, 392, CASSAVA, 58)
    bowl(pen, 300, 318, 420, "#3F6B6B")
    for x, y, turn in ((118, 508, 20), (470, 512, -28), (520, 470, 14)):
        pen.add(f'<g transform="translate({x} {y}) rotate({turn})"><path d="M-46 6C-20-14 24-10 52 2 24 14-16 20-46 6Z" fill="#C8322A"/>'
                '<path d="M-36 2C-14-8 16-7 36-1" stroke="#fff" stroke-width="3" fill="none" opacity=".5"/><path d="M-46 6q-14-4-20-14" stroke="#4F7A34" stroke-width="5" fill="none"/></g>')
    chip(pen, 226, 528, 40, *CASSAVA)
    chip(pen, 372, 536, 38, *CASSAVA)
    return pen.svg("Keripik singkong")


def five_pack():
    pen = Picture(25)
    pen.wall_and_table("#F3E2C4", "#9C6840", 380)
    for x, lines, colour, filling in ((176, ("KERIPIK", "SINGKONG"), "#5E8C6A", CASSAVA), (424, ("KERIPIK", "SINGKONG"), "#5E8C6A", CASSAVA)):
        bag_of_chips(pen, x, 420, 150, 280, colour, lines, filling)
    for x in (106, 300, 494):
        bag_of_chips(pen, x, 468, 160, 290, "#C99A4B", ("KERIPIK", "TEMPE"), TEMPE)
    weave = pen.pattern(36, 24, '<rect width="36" height="24" fill="#B98B4F"/><rect x="1" y="1" width="16" height="22" rx="3" fill="#E1C184"/><rect x="19" y="1" width="16" height="10" rx="3" fill="#CFA765"/><rect x="19" y="13" width="16" height="10" rx="3" fill="#CFA765"/>')
    pen.pool(300, 524, 300, 22, .6)
    pen.add(f'<path d="M14 430Q300 462 586 430L566 522Q300 544 34 522Z" fill="{weave}"/>'
            '<path d="M14 430Q300 462 586 430" stroke="#7B4F22" stroke-width="9" fill="none"/><path d="M14 427Q300 459 586 427" stroke="#F0D9A8" stroke-width="2.5" fill="none"/>')
    pen.add('<path d="M280 446h40v92h-40Z" fill="#C8322A"/><path d="M300 470C240 420 214 476 300 478 386 476 360 420 300 470Z" fill="#E5534B" stroke="#A3211C" stroke-width="2"/>'
            '<path d="M300 476l-40 48M300 476l40 48" stroke="#E5534B" stroke-width="13"/><circle cx="300" cy="474" r="12" fill="#A3211C"/>')
    return pen.svg("Paket lima camilan")


def turmeric_drink():
    pen = Picture(35)
    pen.wall_and_table("#FBEFD3", "#A9744A", 400)
    bottle(pen, 214, "#E8960C", ("JAMU", "Kunyit Asam", "250 ml"))
    glass(pen, 408, 490, "#E8960C")
    root(pen, 488, 498, .82, -14, "#C8801E", "#F39A14")
    root(pen, 318, 528, .62, 12, "#C8801E", "#F39A14")
    pen.add('<g transform="translate(96 520)"><path d="M-50 0C-40-22-20-22-10-8 0-24 22-22 30-6 42-16 60-6 56 8 40 22-30 24-50 0Z" fill="#6B3A1C"/>'
            '<path d="M-40-4C-20-14 20-14 48 0" stroke="#A86B3C" stroke-width="4" fill="none" opacity=".7"/></g>')
    return pen.svg("Jamu kunyit asam")


def rice_drink():
    pen = Picture(45)
    pen.wall_and_table("#F0E6D4", "#8F6140", 400)
    bottle(pen, 384, "#C79C6B", ("JAMU", "Beras Kencur", "250 ml"), "#3F6B4A")
    pen.pool(170, 506, 140, 22, .6)
    pen.add('<ellipse cx="166" cy="420" rx="112" ry="26" fill="#F7F1E2"/>')
    grains = "".join(f'<ellipse cx="{166 + pen.random.uniform(-1, 1) * 96:.0f}" cy="{414 + pen.random.uniform(-26, 16):.0f}" rx="8" ry="3" '
                     f'transform="rotate({pen.random.randint(0, 180)} 166 410)" fill="{pen.random.choice(("#FFFDF4", "#EFE4CB", "#E0D0AE"))}"/>' for _ in range(10))
    for _ in range(170):
        x, y = 166 + pen.random.uniform(-1, 1) * 92, 416 + pen.random.uniform(-34, 12)
        if abs(x - 166) > 92 - (416 - y) * 2.2:
            continue
        grains += (f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="8.5" ry="3.1" transform="rotate({pen.random.randint(0, 180)} {x:.0f} {y:.0f})" '
                   f'fill="{pen.random.choice(("#FFFDF4", "#EFE4CB", "#DCCBA6"))}" stroke="#B9A47A" stroke-width=".6"/>')
    pen.add(grains)
    bowl(pen, 166, 420, 228, "#8F4A2B")
    root(pen, 268, 520, .6, 10, "#A8744A", "#F4E6C8")
    root(pen, 520, 512, .7, -16, "#A8744A", "#F4E6C8")
    return pen.svg("Jamu beras kencur")


def ginger_powder():
    pen = Picture(65)
    pen.wall_and_table("#F5E5C6", "#9C6840", 390)
    pen.pool(236, 506, 190, 28, .6)
    jar = "M112 190Q112 172 132 172H328Q348 172 348 190V470Q348 504 312 504H148Q112 504 112 470Z"
    clip = pen.clip(f'<path d="{jar}"/>')
    powder = pen.linear([(0, "#A9772F", 1), (.25, "#E3B766", 1), (.7, "#CF9C48", 1), (1, "#8A5E22", 1)], 0, 0, 1, 0)
    pen.add(f'<path d="{jar}" fill="#FBF4E6"/><g clip-path="url(#{clip})"><path d="M100 244Q170 222 236 238T360 236V520H100Z" fill="{powder}"/></g>')
    label(pen, 132, 290, 196, 150, ("JAHE BUBUK", "Gula Aren", "200 g"), "#7B4326")
    pen.add(f'<path d="{jar}" fill="none" stroke="#fff" stroke-width="3" opacity=".6"/><path d="M130 210V470" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".5"/>'
            f'<rect x="104" y="112" width="252" height="66" rx="14" fill="{pen.linear([(0, "#B98558", 1), (.4, "#8F5B33", 1), (1, "#55290F", 1)], 0, 0, 1, 0)}"/>'
            '<path d="M108 132H352M108 156H352" stroke="#3A1B08" stroke-width="2" opacity=".35"/>')
    root(pen, 462, 404, 1.25, -22, "#C9995C", "#F6DC9A")
    root(pen, 486, 510, .9, 14, "#C9995C", "#F6DC9A")
    pen.add(pen.blurred('<path d="M286 540L420 520" stroke="#2A1608" stroke-width="22"/>', 6, .5),
            '<path d="M214 556L372 520" stroke="#8A5A35" stroke-width="15" stroke-linecap="round"/><ellipse cx="384" cy="518" rx="44" ry="25" fill="#7B4F2B" transform="rotate(-12 384 518)"/>'
            '<ellipse cx="384" cy="512" rx="37" ry="19" fill="#DDB05C" transform="rotate(-12 384 512)"/><path d="M352 512Q380 480 414 504" fill="#EBC67C"/>')
    return pen.svg("Jahe bubuk")
