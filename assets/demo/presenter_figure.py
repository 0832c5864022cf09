"""The demo presenter: a friendly woman with a hijab, drawn with Cairo from a handful of numbers (`Pose`)."""
import dataclasses
import math

import cairo

SKIN, SKIN_LIGHT, SKIN_DARK = (.80, .57, .41), (.91, .71, .54), (.62, .39, .27)
HIJAB, HIJAB_LIGHT, HIJAB_DARK = (.84, .47, .45), (.95, .66, .60), (.58, .27, .29)
BLOUSE, BLOUSE_LIGHT, BLOUSE_DARK = (.10, .38, .40), (.20, .54, .54), (.05, .22, .26)
INK = (.20, .11, .08)


@dataclasses.dataclass
class Pose:
    sway: float = 0        # px, the body from side to side
    breath: float = 0      # px, shoulders up
    tilt: float = 0        # radians, the head
    nod: float = 0         # px, the face down
    turn: float = 0        # px, the face to the side
    blink: float = 0       # 1 = closed
    brows: float = 0       # px up
    mouth: float = 0       # 0 closed to 1 wide open
    round: float = 0       # 1 = "o", 0 = "i"
    left: tuple = (596, 664)     # hands, before sway
    right: tuple = (684, 664)
    left_open: float = 0   # 0 closed hand, 1 spread fingers
    right_open: float = 0
    left_turn: float = 0   # radians, direction of the fingers; 0 points up
    right_turn: float = 0
    cloth: float = 0       # 0 hidden below, 1 held up
    cloth_tilt: float = 0


def linear(x0, y0, x1, y1, *stops):
    gradient = cairo.LinearGradient(x0, y0, x1, y1)
    for offset, colour, alpha in stops:
        gradient.add_color_stop_rgba(offset, *colour, alpha)
    return gradient


def radial(x, y, r, *stops):
    gradient = cairo.RadialGradient(x, y, 0, x, y, r)
    for offset, colour, alpha in stops:
        gradient.add_color_stop_rgba(offset, *colour, alpha)
    return gradient


def ellipse(c, x, y, rx, ry, turn=0.0):
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.scale(rx, ry)
    c.new_sub_path()
    c.arc(0, 0, 1, 0, 2 * math.pi)
    c.restore()


def fold(c, points, width, colour, alpha):
    """A soft fold: the same curve stroked three times, each narrower."""
    for step in (1, .62, .3):
        c.move_to(*points[0:2])
        c.curve_to(*points[2:8])
        c.set_line_width(width * step)
        c.set_source_rgba(*colour, alpha / 2.4)
        c.stroke()


def torso(c, pose):
    c.save()
    c.translate(0, -pose.breath)
    c.move_to(478, 760)
    c.curve_to(482, 600, 494, 512, 540, 476)
    c.curve_to(580, 452, 610, 440, 640, 440)
    c.curve_to(670, 440, 700, 452, 740, 476)
    c.curve_to(786, 512, 798, 600, 802, 760)
    c.close_path()
    c.set_source(linear(480, 0, 800, 0, (0, BLOUSE_LIGHT, 1), (.4, BLOUSE, 1), (1, BLOUSE_DARK, 1)))
    c.fill()
    fold(c, (560, 520, 556, 590, 566, 660, 560, 740), 22, BLOUSE_DARK, .4)
    fold(c, (724, 520, 730, 590, 716, 660, 724, 740), 22, BLOUSE_DARK, .5)
    c.set_source_rgba(.90, .72, .36, .9)
    c.set_line_width(3)
    for x in (629, 651):
        c.move_to(x, 540)
        c.line_to(x, 760)
        c.stroke()
    for y in range(590, 730, 38):
        ellipse(c, 640, y, 4.5, 4.5)
        c.fill()
    c.restore()


def elbow(shoulder, hand, side):
    """Where the elbow is: hanging a little outside the shoulder, following the hand; depth takes up the rest."""
    lift = max(0.0, 600 - hand[1]) * .16
    return shoulder[0] + side * (26 + lift * .4), shoulder[1] + 118 - lift * .55 + (hand[1] - 600) * .04


def sleeve_colour():
    return linear(470, 0, 810, 0, (0, BLOUSE_LIGHT, 1), (.4, BLOUSE, 1), (1, BLOUSE_DARK, 1))


def upper_arm(c, shoulder, hand, side):
    ex, ey = elbow(shoulder, hand, side)
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    for width, edge in ((73, True), (69, False)):
        c.move_to(*shoulder)
        c.curve_to(shoulder[0] + side * 16, shoulder[1] + 30, ex + side * 3, ey - 50, ex, ey)
        c.set_line_width(width)
        c.set_source_rgba(*BLOUSE_DARK, .5) if edge else c.set_source(sleeve_colour())
        c.stroke()


def forearm(c, shoulder, hand, side):
    ex, ey = elbow(shoulder, hand, side)
    wx, wy = hand[0] + (ex - hand[0]) * .2, hand[1] + (ey - hand[1]) * .2
    dx, dy = wx - ex, wy - ey
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    for grow, edge in ((2.5, True), (0, False)):
        e, w = 34 + grow, 25 + grow
        c.new_path()
        turn = math.atan2(ny, nx)
        c.arc(ex, ey, e, turn, turn + math.pi)
        c.line_to(wx - nx * w, wy - ny * w)
        c.line_to(wx + nx * w, wy + ny * w)
        c.close_path()
        c.set_source_rgba(*BLOUSE_DARK, .55) if edge else c.set_source(sleeve_colour())
        c.fill()
    c.set_line_cap(cairo.LINE_CAP_BUTT)
    c.move_to(wx + nx * 26, wy + ny * 26)
    c.line_to(wx - nx * 26, wy - ny * 26)
    c.set_line_width(9)
    c.set_source_rgba(.90, .72, .36, .95)
    c.stroke()


def hand(c, at, turn, spread, side):
    """Palm to the viewer; `side` is -1 for the hand on the left of the picture (its thumb points inwards)."""
    c.save()
    c.translate(*at)
    c.rotate(turn)
    c.scale(-side, 1)
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    for edge in (True, False):
        colour = SKIN_DARK if edge else SKIN
        c.set_source_rgb(*colour)
        grow = 2.6 if edge else 0
        for i, length in enumerate((30, 36, 33, 25)):
            angle = (i - 1.5) * (.10 + .17 * spread)
            bend = .5 + .5 * spread
            bx, by = -16 + i * 10.5, -14
            c.move_to(bx, by)
            c.line_to(bx + math.sin(angle) * length * bend, by - math.cos(angle) * length * bend)
            c.set_line_width(12 + grow)
            c.stroke()
        c.move_to(14, 6)
        c.curve_to(24, 2, 28 + 6 * spread, -6, 27 + 9 * spread, -15)
        c.set_line_width(13 + grow)
        c.stroke()
        ellipse(c, 0, 0, 25 + grow / 2, 27 + grow / 2)
        c.set_source(radial(-6, -8, 34, (0, SKIN_LIGHT, 1), (1, SKIN, 1))) if not edge else None
        c.fill()
    c.set_source_rgba(*SKIN_DARK, .45)
    c.set_line_width(1.8)
    c.move_to(-14, 4)
    c.curve_to(-6, -4, 6, -4, 16, -2)
    c.stroke()
    c.restore()


def scarf_front(c, pose):
    """The part of the hijab that falls over shoulders and chest."""
    c.save()
    c.translate(pose.turn * .15, -pose.breath * .8)
    c.move_to(552, 330)
    c.curve_to(536, 400, 500, 440, 508, 500)
    c.curve_to(540, 560, 610, 566, 660, 574)
    c.curve_to(720, 566, 768, 530, 776, 496)
    c.curve_to(776, 440, 744, 400, 728, 330)
    c.close_path()
    c.set_source(linear(500, 0, 780, 0, (0, HIJAB_LIGHT, 1), (.45, HIJAB, 1), (1, HIJAB_DARK, 1)))
    c.fill()
    for points, width, alpha in (((560, 360, 570, 440, 640, 500, 770, 470), 20, .42), ((566, 350, 560, 450, 600, 520, 720, 545), 18, .34),
                                 ((718, 360, 700, 430, 610, 470, 516, 476), 18, .34), ((560, 400, 540, 450, 540, 500, 560, 540), 16, .26)):
        fold(c, points, width, HIJAB_DARK, alpha)
    for points in ((552, 380, 560, 450, 630, 512, 752, 488), (704, 392, 680, 440, 600, 484, 520, 496)):
        fold(c, points, 9, HIJAB_LIGHT, .4)
    c.restore()


def head(c, pose):
    c.save()
    c.translate(640, 350)
    c.rotate(pose.tilt)
    c.translate(-640, -350)
    # Hood.
    c.move_to(640, 126)
    c.curve_to(556, 124, 528, 190, 532, 262)
    c.curve_to(536, 330, 560, 372, 640, 384)
    c.curve_to(720, 372, 744, 330, 748, 262)
    c.curve_to(752, 190, 724, 124, 640, 126)
    c.close_path()
    c.set_source(radial(596, 170, 230, (0, HIJAB_LIGHT, 1), (.55, HIJAB, 1), (1, HIJAB_DARK, 1)))
    c.fill()
    fold(c, (552, 300, 536, 220, 566, 150, 640, 142), 14, HIJAB_DARK, .22)
    fold(c, (736, 310, 748, 220, 716, 158, 652, 140), 16, HIJAB_DARK, .36)
    fold(c, (560, 320, 580, 360, 620, 380, 668, 378), 16, HIJAB_DARK, .36)
    fx, fy = 640 + pose.turn, 258 + pose.nod
    # Shadow of the hood, under-scarf, face.
    face_path(c, fx, fy, 1.07)
    c.set_source_rgba(*HIJAB_DARK, .8)
    c.fill()
    face_path(c, fx, fy, 1.0)
    c.set_source(radial(fx - 22, fy - 16, 112, (0, SKIN_LIGHT, 1), (.62, SKIN, 1), (1, SKIN_DARK, 1)))
    c.fill()
    c.save()
    face_path(c, fx, fy, 1.0)
    c.clip()
    c.move_to(fx - 80, fy - 58)
    c.curve_to(fx - 40, fy - 78, fx + 40, fy - 78, fx + 80, fy - 58)
    c.line_to(fx + 80, fy - 110)
    c.line_to(fx - 80, fy - 110)
    c.close_path()
    c.set_source_rgb(*HIJAB_DARK)
    c.fill()
    for x in (-38, 38):
        c.set_source(radial(fx + x, fy + 26, 26, (0, (.90, .40, .34), .42), (1, (.90, .40, .34), 0)))
        c.paint()
    c.restore()
    eyes(c, fx + pose.turn * .25, fy, pose)
    nose_and_mouth(c, fx + pose.turn * .25, fy, pose)
    c.restore()


def face_path(c, x, y, s):
    jaw = 4 * s
    c.move_to(x, y - 84 * s)
    c.curve_to(x + 52 * s, y - 84 * s, x + 72 * s, y - 40 * s, x + 69 * s, y + 4 * s)
    c.curve_to(x + 66 * s, y + 52 * s, x + 36 * s, y + 84 * s + jaw, x, y + 88 * s + jaw)
    c.curve_to(x - 36 * s, y + 84 * s + jaw, x - 66 * s, y + 52 * s, x - 69 * s, y + 4 * s)
    c.curve_to(x - 72 * s, y - 40 * s, x - 52 * s, y - 84 * s, x, y - 84 * s)
    c.close_path()


def eyes(c, x, y, pose):
    for side in (-1, 1):
        ex, ey = x + side * 29, y - 10
        open_ = 15 * (1 - pose.blink)
        c.set_line_cap(cairo.LINE_CAP_ROUND)
        if open_ > 2:
            c.move_to(ex - 17, ey + 3)
            c.curve_to(ex - 10, ey - open_ * 1.2, ex + 10, ey - open_ * 1.2, ex + 17, ey + 3)
            c.curve_to(ex + 9, ey + open_ * .72, ex - 9, ey + open_ * .72, ex - 17, ey + 3)
            c.save()
            c.set_source_rgb(.99, .97, .94)
            c.fill_preserve()
            c.clip()
            gx = ex + pose.turn * .12
            ellipse(c, gx, ey - 1, 10.6, 11)
            c.set_source(radial(gx, ey + 4, 12, (0, (.52, .30, .15), 1), (1, (.20, .10, .05), 1)))
            c.fill()
            ellipse(c, gx, ey - 1, 5.2, 5.6)
            c.set_source_rgb(.05, .02, .02)
            c.fill()
            c.set_source_rgb(1, 1, 1)
            ellipse(c, gx - 3.6, ey - 4.8, 3.2, 3.2)
            c.fill()
            ellipse(c, gx + 3.8, ey + 3.2, 1.5, 1.5)
            c.fill()
            c.restore()
        lid = ey - open_ * 1.2 + pose.blink * 9
        c.move_to(ex - 18, ey + 3)
        c.curve_to(ex - 10, lid, ex + 10, lid, ex + 18, ey + 3)
        c.set_source_rgb(*INK)
        c.set_line_width(3)
        c.stroke()
        c.move_to(ex + side * 16, ey + 1)
        c.line_to(ex + side * 21, ey - 2)
        c.set_line_width(2)
        c.stroke()
        by = y - 35 - pose.brows
        c.move_to(ex - side * 14, by - 1)
        c.curve_to(ex - side * 6, by - 7, ex + side * 8, by - 8, ex + side * 19, by + 5)
        c.set_source_rgba(*INK, .78)
        c.set_line_width(4)
        c.stroke()


def nose_and_mouth(c, x, y, pose):
    c.set_source_rgba(*SKIN_DARK, .75)
    c.set_line_width(2.6)
    c.move_to(x - 9, y + 21)
    c.curve_to(x - 6, y + 28, x + 6, y + 28, x + 9, y + 21)
    c.stroke()
    c.set_source(radial(x - 2, y + 14, 10, (0, (1, .88, .74), .55), (1, (1, .88, .74), 0)))
    ellipse(c, x - 2, y + 14, 10, 10)
    c.fill()
    open_ = pose.mouth
    w = 29 - 10 * pose.round * open_ + 2 * (1 - open_)
    top, corner, low = y + 50, y + 43 - 2 * (1 - open_), y + 62 + 22 * open_
    c.move_to(x - w, corner)
    c.curve_to(x - w * .5, top - 3 * open_, x + w * .5, top - 3 * open_, x + w, corner)
    c.curve_to(x + w * .62, low, x - w * .62, low, x - w, corner)
    c.close_path()
    c.save()
    c.set_source_rgb(.36, .08, .10)
    c.fill_preserve()
    c.clip()
    if open_ > .08:
        c.rectangle(x - w * .8, top - 8, w * 1.6, 11 + 2 * open_)
        c.set_source_rgb(.98, .96, .93)
        c.fill()
        ellipse(c, x, low + 1, w * .56, 11 * open_ + 2)
        c.set_source_rgb(.82, .36, .38)
        c.fill()
    c.restore()
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    c.move_to(x - w, corner)
    c.curve_to(x - w * .5, top - 3 * open_, x + w * .5, top - 3 * open_, x + w, corner)
    c.set_source_rgb(.66, .22, .24)
    c.set_line_width(4)
    c.stroke()
    c.move_to(x - w, corner)
    c.curve_to(x - w * .62, low, x + w * .62, low, x + w, corner)
    c.set_source_rgb(.78, .33, .34)
    c.set_line_width(5.4)
    c.stroke()
    c.set_source_rgba(*SKIN_DARK, .55)
    c.set_line_width(2.2)
    for side in (-1, 1):
        c.move_to(x + side * (w + 5), corner - 7)
        c.curve_to(x + side * (w + 9), corner - 3, x + side * (w + 9), corner + 3, x + side * (w + 5), corner + 6)
        c.stroke()


def leaf(c, x, y, size, turn, colour):
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.scale(size, size)
    c.move_to(0, -1)
    c.curve_to(.62, -.7, .62, .4, 0, 1)
    c.curve_to(-.62, .4, -.62, -.7, 0, -1)
    c.set_source_rgba(*colour, .9)
    c.fill()
    c.set_source_rgba(.2, .15, .08, .5)
    c.set_line_width(.06)
    c.move_to(0, -.9)
    c.line_to(0, 1.1)
    for i in range(4):
        for side in (-1, 1):
            c.move_to(0, -.4 + i * .32)
            c.line_to(side * .34, -.62 + i * .32)
    c.stroke()
    c.restore()


def cloth(c, pose):
    """The folded ecoprint cloth that she holds up."""
    x, y = 640, 560 + (1 - pose.cloth) * 260
    c.save()
    c.translate(x, y)
    c.rotate(pose.cloth_tilt)
    c.rectangle(-104, -82, 208, 184)
    c.set_source_rgba(0, 0, 0, .22)
    c.fill()
    c.rectangle(-110, -92, 220, 186)
    c.set_source(linear(-110, -92, 110, 92, (0, (.98, .94, .84), 1), (1, (.86, .77, .60), 1)))
    c.fill_preserve()
    c.save()
    c.clip()
    green, brown, wine = (.42, .50, .26), (.55, .30, .17), (.47, .24, .28)
    for lx, ly, size, turn, colour in ((-70, -50, 36, .3, green), (4, -56, 38, -.5, brown), (76, -40, 34, .8, wine), (-46, 30, 40, -.9, wine),
                                       (34, 26, 42, .4, green), (94, 48, 32, -.4, brown), (-98, 72, 34, .6, brown), (-6, 90, 30, 1.4, green)):
        leaf(c, lx, ly, size, turn, colour)
    for fx in (-52, 8, 62):
        fold(c, (fx, -92, fx + 8, -30, fx - 6, 30, fx + 4, 96), 18, (.35, .22, .10), .16)
    c.restore()
    c.set_source_rgba(1, 1, 1, .6)
    c.set_line_width(2)
    c.move_to(-109, -91)
    c.line_to(109, -91)
    c.stroke()
    c.restore()


def hands(pose):
    """Where the hands are: as the pose says, or at the sides of the cloth while it is up."""
    if pose.cloth <= .01:
        return pose.left, pose.right
    x, y = 640, 560 + (1 - pose.cloth) * 260
    cos, sin = math.cos(pose.cloth_tilt), math.sin(pose.cloth_tilt)
    blend = min(1.0, pose.cloth * 1.6)
    return [tuple(a + (b - a) * blend for a, b in zip(at, (x + gx * cos - 6 * sin, y + gx * sin + 6 * cos)))
            for at, gx in ((pose.left, -108), (pose.right, 108))]


def draw_presenter(c, pose):
    c.save()
    c.translate(pose.sway, 0)
    torso(c, pose)
    left, right = hands(pose)
    shoulders = ((527, 516 - pose.breath), (753, 516 - pose.breath))
    upper_arm(c, shoulders[0], left, -1)
    upper_arm(c, shoulders[1], right, 1)
    scarf_front(c, pose)
    c.save()
    c.translate(pose.sway * .35, -pose.breath * .8)
    head(c, pose)
    c.restore()
    forearm(c, shoulders[0], left, -1)
    forearm(c, shoulders[1], right, 1)
    if pose.cloth > .01:
        cloth(c, pose)
    hand(c, left, pose.left_turn, pose.left_open, -1)
    hand(c, right, pose.right_turn, pose.right_open, 1)
    c.restore()
