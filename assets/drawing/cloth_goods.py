"""Things of cloth and leather: cloths, bags, shoes."""
from pen import Picture, lighter


def folds(pen, clip, lines, width=46, strength=.3):
    """Soft dark and light bands along `lines` (paths), clipped to the cloth."""
    dark = "".join(f'<path d="{d}" fill="none" stroke="#2A1608" stroke-width="{width}"/>' for d in lines)
    light = "".join(f'<path d="{d}" fill="none" stroke="#fff" stroke-width="{width * .6:.0f}" '
                    f'transform="translate({-width * .75:.0f} -4)"/>' for d in lines)
    pen.add(f'<g clip-path="url(#{clip})">{pen.blurred(dark, width * .3, strength)}'
            f'{pen.blurred(light, width * .26, strength * 1.1)}</g>')


def stitches(d, colour="#F0D9A8", width=3):
    return (f'<path d="{d}" fill="none" stroke="#000" stroke-width="{width}" stroke-dasharray="9 6" opacity=".25" '
            f'transform="translate(1 1.6)"/><path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" '
            'stroke-dasharray="9 6" stroke-linecap="round"/>')


def teak_cloth():
    pen = Picture(7)
    pen.wooden_table()
    d = "M-20 92C80 58 150 112 240 84S430 44 520 74L640 50V420C560 470 500 430 420 476S270 548 180 512 60 540-20 520Z"
    pen.shadow(d, 6, 20, 14, .55)
    base = pen.linear([(0, "#F3E7CF", 1), (.5, "#E6D3B1", 1), (1, "#D5BB93", 1)], 0, 0, 1, 1)
    clip = pen.clip(f'<path d="{d}"/>')
    pen.add(f'<path d="{d}" fill="{base}"/>')
    pen.add(pen.ecoprint(clip, 138, ("#6B7D45", "#8A4B2A", "#7A3F46", "#566B3B"), 1.02, ("teak", "teak", "gum", "teak")))
    folds(pen, clip, ["M120 40C170 200 90 340 150 560", "M330 30C300 220 390 330 330 560", "M520 40C480 200 560 300 520 500"])
    pen.add(f'<path d="{d}" fill="none" stroke="#fff" stroke-width="3" opacity=".4"/>')
    pen.add(pen.blurred('<ellipse cx="492" cy="470" rx="88" ry="34" fill="#2A1608"/>', 10, .45),
            pen.leaf(480, 448, 1.5, 62, "#5F8A3A", "teak", 1))
    return pen.svg("Kain ecoprint daun jati")


def strap(pen, d, colour, width=17):
    pen.add(f'<path d="{d}" fill="none" stroke="#2A1608" stroke-width="{width + 4}" opacity=".3" '
            'transform="translate(6 10)"/>'
            f'<path d="{d}" fill="none" stroke="{lighter(colour, -.35)}" stroke-width="{width}" stroke-linecap="round"/>'
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width - 5}" stroke-linecap="round"/>'
            + stitches(d, width=1.6))


def ecoprint_bag():
    pen = Picture(21)
    pen.wall_and_table("#F3E6D2", "#A9744A", 410)
    pen.pool(300, 500, 230, 32)
    strap(pen, "M168 250C150 60 440 50 434 250", "#7B4326")
    body = "M150 232H450Q470 232 473 256L492 462Q494 498 458 500H142Q106 498 108 462L127 256Q130 232 150 232Z"
    clip = pen.clip(f'<path d="{body}"/>')
    pen.add(f'<path d="{body}" fill="{pen.linear([(0, "#F2E4C8", 1), (1, "#CFAF82", 1)])}"/>')
    pen.add(pen.ecoprint(clip, 96, scale=.72, box=(90, 220, 500, 520)))
    folds(pen, clip, ["M180 240C150 330 190 420 160 520", "M452 250C470 330 430 420 452 520"], 34, .28)
    flap = "M138 222H462Q474 222 474 238C470 320 430 372 300 374 170 372 130 320 126 238Q126 222 138 222Z"
    pen.shadow(flap, 2, 9, 6, .45)
    pen.add(f'<path d="{flap}" fill="{pen.linear([(0, "#9A5A34", 1), (.6, "#7B4326", 1), (1, "#5E3019", 1)])}"/>'
            '<path d="M140 234C180 226 420 226 460 234" stroke="#fff" stroke-width="5" opacity=".22" fill="none"/>')
    pen.add(stitches("M142 242C148 314 190 358 300 360 410 358 452 314 458 242"))
    pen.add('<rect x="276" y="346" width="48" height="52" rx="9" fill="#5E3019"/>'
            f'<circle cx="300" cy="374" r="14" fill="{pen.radial([(0, "#FFF0B8", 1), (.6, "#D9A441", 1), (1, "#8C6118", 1)], .35, .3, .8)}"/>')
    return pen.svg("Tas ecoprint selempang")


SHOE = ("M42 96C34 70 40 34 52 22 78 12 96 40 132 44 168 34 184 8 210 14 250 44 306 62 352 78 382 90 392 112 386 128"
        "L46 128Z")
SHOE_SOLE = "M38 120C36 148 48 156 70 156H362C390 156 398 140 388 116 300 124 120 126 38 120Z"


def shoe(pen, transform, upper, prints, collar="#5E3019"):
    clip = pen.clip(f'<path d="{SHOE}"/>')
    shine = pen.linear([(0, "#fff", .34), (.45, "#fff", 0), (1, "#2A1608", .32)])
    sole = pen.linear([(0, "#FFFDF6", 1), (.7, "#EFE6D4", 1), (1, "#C3B395", 1)])
    pen.add(f'<g transform="{transform}">',
            pen.blurred('<ellipse cx="216" cy="158" rx="190" ry="15" fill="#2A1608"/>', 8, .6),
            f'<path d="{SHOE}" fill="{upper}"/>', prints(clip),
            f'<path d="{SHOE}" fill="{shine}"/>',
            f'<path d="M52 22C78 12 96 40 132 44 168 34 184 8 210 14 196 46 168 64 132 62 98 60 72 44 52 22Z" fill="{lighter(collar, -.35)}"/>'
            f'<path d="M50 22C72 56 100 70 134 70 176 68 204 44 212 15" fill="none" stroke="{collar}" stroke-width="9" stroke-linecap="round"/>',
            stitches("M60 52C80 74 104 84 136 84 182 80 214 60 226 38", "#FFF3D2", 2),
            f'<path d="M300 66C294 86 304 112 322 124" fill="none" stroke="{collar}" stroke-width="3" opacity=".55"/>',
            f'<path d="{SHOE_SOLE}" fill="{sole}"/>'
            '<path d="M42 138C160 146 300 144 390 132" stroke="#A8916C" stroke-width="2.4" fill="none" opacity=".8"/>', '</g>')


def ecoprint_shoes():
    pen = Picture(33)
    pen.wall_and_table("#EFE2CC", "#B78658", 300)

    def prints(clip):
        return pen.ecoprint(clip, 62, scale=.44, box=(30, 0, 400, 140), kinds=("teak", "gum", "round"))

    upper = pen.linear([(0, "#F0E0BF", 1), (1, "#D9BE90", 1)])
    shoe(pen, "translate(132 168) scale(1.02)", upper, prints)
    shoe(pen, "translate(36 282) scale(1.2)", upper, prints)
    return pen.svg("Sepatu ecoprint")


def kawung(pen, ground="#27306B", gold="#E3B457"):
    petal = "M22 2C30 8 30 15 22 21 14 15 14 8 22 2Z"
    return pen.pattern(44, 44, f'<rect width="44" height="44" fill="{ground}"/>'
                       f'<g fill="{gold}" fill-opacity=".92"><path d="{petal}"/><path d="{petal}" transform="rotate(90 22 22)"/>'
                       f'<path d="{petal}" transform="rotate(180 22 22)"/><path d="{petal}" transform="rotate(270 22 22)"/></g>'
                       f'<g fill="{ground}"><circle cx="22" cy="11" r="1.8"/><circle cx="22" cy="33" r="1.8"/>'
                       '<circle cx="11" cy="22" r="1.8"/><circle cx="33" cy="22" r="1.8"/></g>'
                       '<g fill="#FFF1CC"><circle cx="0" cy="0" r="3.4"/><circle cx="44" cy="0" r="3.4"/><circle cx="0" cy="44" r="3.4"/>'
                       '<circle cx="44" cy="44" r="3.4"/></g>', "rotate(18) scale(.82)")


def batik_shoes():
    pen = Picture(41)
    pen.linen("#E7D8BE")
    cloth = kawung(pen)
    shoe(pen, "translate(74 92) rotate(4) scale(1.1)", cloth, lambda clip: "", "#8A4B2A")
    shoe(pen, "translate(64 286) rotate(-5) scale(1.2)", cloth, lambda clip: "", "#8A4B2A")
    return pen.svg("Sepatu slip-on batik")


def scarf():
    pen = Picture(55)
    pen.wall_and_table("#EAD9C6", "#9C6B45", 560)
    pen.add('<path d="M300 96C300 62 338 58 338 34 338 14 306 12 302 32" fill="none" stroke="#8D8A84" stroke-width="7" stroke-linecap="round"/>'
            '<path d="M300 92L96 172Q80 184 98 190H502Q520 184 504 172Z" fill="none" stroke="#8A5A35" stroke-width="15" stroke-linejoin="round"/>')
    tones = ("#8A4B2A", "#7A3F46", "#9A7B33", "#5B3A4E")
    for d, colour, lines in (
            ("M120 176Q220 148 318 176C330 300 312 420 326 524H112C126 400 108 300 120 176Z", "#E9C9B6",
             ["M160 170C176 300 150 400 166 540", "M224 170C214 300 240 420 222 540", "M284 170C294 300 272 400 286 540"]),
            ("M300 176Q400 146 486 176C498 290 478 350 492 470H298C310 370 290 300 300 176Z", "#DDB49E",
             ["M344 170C334 300 356 380 342 490", "M404 170C414 280 392 380 404 490", "M460 170C452 280 470 380 460 490"])):
        pen.shadow(d, 9, 10, 10, .4)
        clip = pen.clip(f'<path d="{d}"/>')
        pen.add(f'<path d="{d}" fill="{pen.linear([(0, lighter(colour, .3), 1), (1, lighter(colour, -.12), 1)])}"/>')
        pen.add(pen.ecoprint(clip, 92, tones, .66, ("gum", "gum", "fern", "round"), (90, 150, 510, 540)))
        folds(pen, clip, lines, 30, .34)
        left, right, low = (112, 326, 522) if colour == "#E9C9B6" else (298, 492, 468)
        pen.add(f'<g stroke="{lighter(colour, -.1)}" stroke-width="3.4" stroke-linecap="round">' + "".join(
            f'<path d="M{x} {low}l{pen.random.randint(-4, 4)} {pen.random.randint(22, 30)}"/>' for x in range(left + 5, right - 2, 9)) + '</g>')
    return pen.svg("Pashmina ecoprint")


def pouch():
    pen = Picture(63)
    pen.linen("#DCCBB0")
    d = "M112 190Q110 168 134 166H468Q490 168 490 190L506 424Q506 466 464 468H138Q96 466 96 424Z"
    pen.add('<g transform="rotate(-7 300 310)">')
    pen.shadow(d, 10, 18, 12, .5)
    clip = pen.clip(f'<path d="{d}"/>')
    pen.add(f'<path d="{d}" fill="{pen.linear([(0, "#F3E5C6", 1), (1, "#D2B383", 1)], 0, 0, 1, 1)}"/>')
    pen.add(pen.ecoprint(clip, 104, ("#6B7D45", "#5B3A4E", "#8A4B2A", "#9A7B33"), .82, box=(80, 150, 510, 480)))
    folds(pen, clip, ["M90 440C240 420 380 456 520 420"], 40, .25)
    teeth = pen.pattern(9, 12, '<rect width="9" height="12" fill="#8C6118"/><rect x="1" width="5" height="12" fill="#E9C977"/>')
    pen.add('<path d="M112 190Q110 166 134 164H468Q490 166 490 190L492 212H110Z" fill="#7B4326"/>'
            f'<rect x="120" y="182" width="362" height="12" fill="{teeth}"/>' + stitches("M114 206H488", width=2))
    pen.add('<rect x="452" y="176" width="26" height="24" rx="5" fill="#D9A441"/><path d="M465 196l26 60" stroke="#5E3019" stroke-width="15" stroke-linecap="round"/>'
            '<path d="M465 196l26 60" stroke="#9A5A34" stroke-width="8" stroke-linecap="round"/>'
            '<rect x="130" y="376" width="96" height="56" rx="7" fill="#7B4326"/>' + stitches("M138 384H218V424H138Z", width=1.6))
    pen.add(pen.leaf(178, 404, .3, 90, "#D9A441", "teak", .95), '</g>')
    return pen.svg("Dompet ecoprint")


def pandan_bag():
    pen = Picture(71)
    pen.wall_and_table("#EFE4CF", "#AD7A4E", 430)
    pen.pool(300, 506, 240, 34)
    strap(pen, "M214 226C208 70 392 70 386 226", "#8A4B2A", 20)
    d = "M112 216H488L462 470Q458 504 424 506H176Q142 504 138 470Z"
    weave = pen.pattern(44, 44, '<rect width="44" height="44" fill="#CBA468"/>'
                        '<rect x="1" y="1" width="20" height="20" rx="3" fill="#E8CD96"/><rect x="23" y="23" width="20" height="20" rx="3" fill="#E1C184"/>'
                        '<rect x="23" y="1" width="20" height="20" rx="3" fill="#B98B4F"/><rect x="1" y="23" width="20" height="20" rx="3" fill="#C2955A"/>'
                        '<path d="M1 7H21M1 14H21M23 29H43M23 36H43M30 1V21M37 1V21M8 23V43M15 23V43" stroke="#6F4A1E" stroke-width="1.3" opacity=".45"/>')
    pen.add(f'<path d="{d}" fill="{weave}"/>')
    clip = pen.clip(f'<path d="{d}"/>')
    side = pen.linear([(0, "#2A1608", .34), (.25, "#fff", .12), (.7, "#2A1608", .04), (1, "#2A1608", .44)], 0, 0, 1, 0)
    band = pen.pattern(44, 44, '<rect width="44" height="44" fill="#7C2F3B"/><rect x="1" y="1" width="20" height="20" rx="3" fill="#A34552"/>'
                       '<rect x="23" y="23" width="20" height="20" rx="3" fill="#963D4A"/><rect x="1" y="23" width="20" height="20" rx="3" fill="#E8CD96"/>'
                       '<rect x="23" y="1" width="20" height="20" rx="3" fill="#E1C184"/>')
    pen.add(f'<g clip-path="url(#{clip})"><rect x="90" y="308" width="420" height="88" fill="{band}"/></g>'
            f'<path d="{d}" fill="{side}"/>')
    pen.add('<path d="M108 206H492Q498 206 497 214L495 236H105L103 214Q102 206 108 206Z" fill="#8A4B2A"/>'
            '<path d="M108 211H492" stroke="#fff" stroke-width="3" opacity=".25"/>' + stitches("M112 226H488"))
    for x in (214, 386):
        pen.add(f'<path d="M{x - 18} 214h36v46l-18 18-18-18Z" fill="#7B4326"/><circle cx="{x}" cy="240" r="7" fill="#D9A441"/>')
    return pen.svg("Tas anyam pandan")


def leather_bag():
    pen = Picture(83)
    pen.wall_and_table("#E9DECB", "#8F6140", 420)
    pen.pool(300, 492, 220, 30)
    strap(pen, "M150 268C60 40 540 40 450 268", "#6B3518", 16)
    body = "M166 216H434Q470 216 474 252L486 440Q488 486 444 488H156Q112 486 114 440L126 252Q130 216 166 216Z"
    pen.add(f'<path d="{body}" fill="{pen.linear([(0, "#8A4A22", 1), (1, "#55290F", 1)])}"/>')
    pen.add(stitches("M140 300L128 440Q128 472 158 474H442Q472 472 472 440L460 300"))
    flap = "M160 204H440Q470 206 474 236L480 336Q480 384 436 388H164Q120 384 120 336L126 236Q130 206 160 204Z"
    pen.shadow(flap, 0, 10, 7, .55)
    shine = pen.radial([(0, "#D08A52", 1), (.5, "#A5602F", 1), (1, "#7A401B", 1)], .3, .2, .9)
    pen.add(f'<path d="{flap}" fill="{shine}"/>' + stitches("M136 240L132 336Q132 372 166 374H434Q468 372 468 336L464 240"))
    grain = "".join(f'<path d="M{pen.random.randint(140, 450)} {pen.random.randint(216, 372)}q6 {pen.random.randint(-5, 5)} 13 0"/>' for _ in range(110))
    pen.add(f'<g stroke="#4A220B" stroke-width="1.2" fill="none" opacity=".3">{grain}</g>')
    pen.add('<path d="M168 216Q300 206 432 216" stroke="#fff" stroke-width="6" opacity=".25" fill="none" stroke-linecap="round"/>'
            '<rect x="262" y="344" width="76" height="80" rx="12" fill="#6B3518"/>' + stitches("M270 352H330V416H270Z", width=1.8))
    brass = pen.linear([(0, "#FFF0B8", 1), (.4, "#D9A441", 1), (1, "#8C6118", 1)], 0, 0, 1, 1)
    pen.add(f'<rect x="278" y="366" width="44" height="34" rx="6" fill="{brass}"/><rect x="288" y="376" width="24" height="14" rx="3" fill="#6B3518"/>')
    return pen.svg("Tas selempang kulit")


def sandals():
    pen = Picture(91)
    pen.wooden_table("#C79A6B")
    sole = "M120 90C186 84 212 150 204 240 198 300 200 350 196 420 192 500 152 522 118 518 80 514 54 480 58 410 60 350 44 290 40 230 34 150 60 96 120 90Z"
    for transform in ("translate(46 -6) rotate(5 120 300)", "translate(556 -6) scale(-1 1) rotate(5 120 300)"):
        pen.add(f'<g transform="{transform}">')
        pen.shadow(sole, 10, 14, 10, .5)
        pen.add(f'<path d="{sole}" fill="#55290F" transform="translate(3 7)"/>'
                f'<path d="{sole}" fill="{pen.linear([(0, "#D7A66C", 1), (1, "#B47F47", 1)], 0, 0, 1, 1)}"/>')
        pen.add(f'<g transform="translate(122 305) scale(.9 .94) translate(-122 -305)">{stitches(sole, "#F6E3BC", 2.6)}</g>'
                '<ellipse cx="126" cy="440" rx="46" ry="54" fill="#8F5B2B" opacity=".28"/>')
        for d in ("M30 250C70 190 160 200 214 282", "M30 300C90 300 160 240 212 212"):
            pen.add(f'<path d="{d}" fill="none" stroke="#2A1608" stroke-width="42" opacity=".35" transform="translate(2 10)"/>'
                    f'<path d="{d}" fill="none" stroke="#6B3518" stroke-width="40"/><path d="{d}" fill="none" stroke="#9A5A2C" stroke-width="32"/>'
                    f'<path d="{d}" fill="none" stroke="#fff" stroke-width="5" opacity=".16" transform="translate(-2 -9)"/>' + stitches(d, width=1.8))
        pen.add('</g>')
    return pen.svg("Sandal kulit")
