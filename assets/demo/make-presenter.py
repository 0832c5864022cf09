#!/usr/bin/python3
"""Makes presenter.mp4, the built-in demo presenter: drawn with Cairo, her voice by espeak-ng, a loop without a seam.

Needs python3-cairo, espeak-ng, sox and ffmpeg. Run it without arguments; it writes presenter.mp4 beside itself.
"""
import array
import math
import pathlib
import random
import subprocess
import tempfile
import wave

import cairo

from presenter_figure import Pose, draw_presenter, linear, radial

WIDTH, HEIGHT, FPS, SECONDS = 1280, 720, 30, 24  # 24 s = 720 frames = 1125 AAC frames at 48 kHz: no seam
RATE = 48000

# When each sentence starts (s), and what she says.
SPEECH = (
    (0.40, "Halo kakak-kakak! Selamat datang."),
    (4.30, "Ini kain eko prin, motifnya daun jati asli."),
    (8.90, "Katunnya adem, tidak ada dua yang sama."),
    (13.10, "Harganya seratus sembilan puluh sembilan ribu, stoknya delapan."),
    (19.30, "Yuk kak, klik keranjang nomor satu ya!"),
)

REST = dict(left=(598, 662), right=(682, 662), left_open=.1, right_open=.1, left_turn=.9, right_turn=-.9, cloth=0)
WAVE = dict(REST, right=(784, 446), right_open=1, right_turn=.12)
OPEN = dict(REST, left=(524, 556), right=(756, 556), left_open=.9, right_open=.9, left_turn=-.5, right_turn=.5)
HOLD = dict(REST, left_turn=.5, right_turn=-.5, left_open=0, right_open=0, cloth=1)
POINT = dict(REST, right=(716, 610), right_open=.1, right_turn=3.0, left=(560, 600), left_open=.7, left_turn=-.5)
# The pose she has reached at each moment (s); in between she moves smoothly.
MOVES = ((0.0, REST), (.9, WAVE), (2.9, WAVE), (3.9, REST), (4.3, REST), (5.4, HOLD), (12.4, HOLD), (13.6, OPEN), (15.2, OPEN),
         (16.2, REST), (16.8, REST), (17.6, OPEN), (18.6, OPEN), (19.6, POINT), (22.2, POINT), (23.4, REST), (24.0, REST))
BLINKS = (1.6, 4.3, 7.1, 8.5, 11.6, 12.9, 16.2, 17.9, 20.9, 23.2)


def speak(folder):
    """The sound of the whole loop: a mono 48 kHz WAV of exactly SECONDS."""
    parts = []
    for i, (start, words) in enumerate(SPEECH):
        raw, placed = folder / f"{i}.wav", folder / f"{i}-placed.wav"
        subprocess.run(["espeak-ng", "-v", "id+f3", "-s", "140", "-p", "58", "-a", "90", "-w", raw, words], check=True)
        # Softer highs and a little room take away the worst of the machine.
        subprocess.run(["sox", raw, "-r", str(RATE), "-c", "1", placed, "lowpass", "6500", "treble", "-4", "bass", "+2",
                        "reverb", "12", "40", "20", "pad", str(start)], check=True)
        parts.append(placed)
    sound = folder / "speech.wav"
    subprocess.run(["sox", "-V1", "-m", *parts, "-b", "16", sound, "pad", "0", str(SECONDS), "trim", "0", str(SECONDS),
                    "fade", "t", "0.02", str(SECONDS), "0.15", "gain", "-n", "-4"], check=True)
    return sound


def mouth_shapes(sound):
    """For each frame how far the mouth is open (0 to 1) and how round it is."""
    with wave.open(str(sound)) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
    step = RATE // FPS
    loud, bright = [], []
    for frame in range(FPS * SECONDS):
        part = samples[frame * step:(frame + 1) * step]
        loud.append(math.sqrt(sum(s * s for s in part) / max(1, len(part))))
        bright.append(sum((a < 0) != (b < 0) for a, b in zip(part, part[1:])) / max(1, len(part)))
    full = sorted(loud)[int(len(loud) * .93)]
    shapes = []
    shown = 0.0
    for i, value in enumerate(loud):
        ahead = max(value, loud[(i + 1) % len(loud)] * .8)  # the mouth opens just before it is heard
        target = min(1.0, max(0.0, ahead / full - .06)) ** .75
        shown += (target - shown) * (.75 if target > shown else .5)
        shapes.append((shown * .82, max(0.0, min(1.0, (.075 - bright[i]) / .05))))
    return shapes


def ease(t):
    return t * t * (3 - 2 * t)


def pose_at(seconds, talk):
    """Her pose; everything that swings fits a whole number of times into the loop."""
    turn = 2 * math.pi * seconds / SECONDS
    pose = Pose(sway=7 * math.sin(3 * turn) + 3 * math.sin(7 * turn + 1), breath=2.4 * math.sin(6 * turn),
                tilt=.035 * math.sin(4 * turn + .5) + .02 * math.sin(9 * turn), nod=3 * math.sin(11 * turn) + talk[0] * 4,
                turn=7 * math.sin(2 * turn) + 4 * math.sin(5 * turn + 2), brows=2 + 4 * max(0, math.sin(5 * turn)) + 3 * talk[0],
                mouth=talk[0], round=talk[1])
    for (t0, a), (t1, b) in zip(MOVES, MOVES[1:]):
        if t0 <= seconds <= t1:
            k = ease((seconds - t0) / (t1 - t0))
            for name in REST:
                va, vb = a[name], b[name]
                setattr(pose, name, tuple(p + (q - p) * k for p, q in zip(va, vb)) if isinstance(va, tuple) else va + (vb - va) * k)
    wave_now = max(0.0, 1 - abs(seconds - 1.8) / 1.1)
    pose.right = (pose.right[0] + 12 * wave_now * math.sin(seconds * 12), pose.right[1])
    pose.right_turn += .34 * wave_now * math.sin(seconds * 12)
    beat = 6 * math.sin(seconds * 5.2) * (.4 + talk[0])
    pose.left = (pose.left[0] - beat * .3, pose.left[1] - beat)
    pose.right = (pose.right[0] + beat * .3, pose.right[1] - beat * .8)
    pose.cloth_tilt = .06 * math.sin(seconds * 1.7) * pose.cloth
    pose.blink = max(max(0.0, 1 - abs(seconds - b) / .09) for b in BLINKS)
    return pose


def room():
    """The room behind her: daylight from a window, a batik cloth on a bamboo pole, a shelf. Blurred as a camera would."""
    sharp = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    c = cairo.Context(sharp)
    c.set_source(linear(0, 0, WIDTH, HEIGHT, (0, (.99, .94, .84), 1), (.5, (.93, .84, .70), 1), (1, (.72, .58, .44), 1)))
    c.paint()
    # The window on the left.
    c.rectangle(70, 40, 330, 420)
    c.set_source(linear(70, 40, 400, 460, (0, (1, 1, .97), 1), (.6, (.86, .95, .90), 1), (1, (.70, .86, .68), 1)))
    c.fill()
    chance = random.Random(4)
    for _ in range(46):
        x, y = chance.uniform(80, 390), chance.uniform(250, 450)
        c.set_source_rgba(chance.uniform(.35, .6), chance.uniform(.62, .8), chance.uniform(.3, .45), .5)
        c.arc(x, y, chance.uniform(14, 40), 0, 7)
        c.fill()
    c.set_source_rgb(.52, .34, .20)
    c.set_line_width(20)
    c.rectangle(70, 40, 330, 420)
    c.stroke()
    c.set_line_width(11)
    for x0, y0, x1, y1 in ((235, 40, 235, 460), (70, 220, 400, 220)):
        c.move_to(x0, y0)
        c.line_to(x1, y1)
        c.stroke()
    # The batik cloth behind her right shoulder.
    batik(c, 676, 50, 330, 520)
    # A shelf with folded cloths and a plant.
    c.set_source_rgb(.50, .32, .19)
    for y in (250, 430):
        c.rectangle(1040, y, 240, 16)
        c.fill()
    for i, colour in enumerate(((.70, .30, .26), (.90, .74, .42), (.24, .42, .44), (.86, .80, .68), (.48, .26, .34))):
        c.set_source_rgb(*colour)
        c.rectangle(1064, 222 - i * 30, 150 - 8 * (i % 2), 26)
        c.fill()
    c.set_source_rgb(.72, .42, .26)
    c.rectangle(1100, 352, 80, 78)
    c.fill()
    for i in range(13):
        angle = -2.9 + i * .22
        c.set_source_rgb(.28, .50 + .1 * (i % 2), .26)
        c.set_line_width(20)
        c.set_line_cap(cairo.LINE_CAP_ROUND)
        c.move_to(1140, 352)
        c.line_to(1140 + math.cos(angle) * 78, 340 + math.sin(angle) * 70)
        c.stroke()
    # A small framed leaf in the part that the portrait crop keeps on the left.
    c.rectangle(452, 120, 84, 108)
    c.set_source_rgb(.46, .29, .17)
    c.fill()
    c.rectangle(461, 129, 66, 90)
    c.set_source_rgb(.98, .95, .88)
    c.fill()
    c.set_source_rgb(.40, .52, .28)
    c.save()
    c.translate(494, 174)
    c.scale(20, 36)
    c.arc(0, 0, 1, 0, 7)
    c.restore()
    c.fill()
    # Out of focus: the mean of the picture moved about on a disc (each copy weighs as much as those before it).
    full = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    f = cairo.Context(full)
    for i in range(60):
        radius, angle = 8.5 * math.sqrt((i + .5) / 60), i * 2.39996
        f.set_source_surface(sharp, radius * math.cos(angle), radius * math.sin(angle))
        f.get_source().set_extend(cairo.EXTEND_PAD)
        f.paint_with_alpha(1 / (i + 1))
    f.set_source(radial(180, 120, 900, (0, (1, .96, .82), .45), (1, (1, .9, .7), 0)))
    f.paint()
    return full


def batik(c, x, y, width, height):
    c.save()
    c.rectangle(x, y, width, height)
    c.set_source(linear(x, y, x + width, y, (0, (.18, .22, .46), 1), (1, (.12, .15, .34), 1)))
    c.fill_preserve()
    c.clip()
    c.set_source_rgb(.88, .68, .34)
    for row in range(12):
        for column in range(8):
            px, py = x + 22 + column * 44, y + 22 + row * 44
            for turn in range(4):
                c.save()
                c.translate(px, py)
                c.rotate(math.pi / 4 + turn * math.pi / 2)
                c.translate(0, -12)
                c.scale(6, 10)
                c.arc(0, 0, 1, 0, 7)
                c.restore()
                c.fill()
    for i in range(4):
        fx = x + 40 + i * 84
        c.set_source(linear(fx, 0, fx + 50, 0, (0, (0, 0, 0), 0), (.5, (0, 0, .05), .34), (1, (0, 0, 0), 0)))
        c.rectangle(fx, y, 50, height)
        c.fill()
    c.restore()
    c.set_source_rgb(.70, .52, .28)
    c.set_line_width(15)
    c.move_to(x - 24, y)
    c.line_to(x + width + 24, y)
    c.stroke()


def main():
    output = pathlib.Path(__file__).resolve().parent / "presenter.mp4"
    background = room()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sound = speak(folder)
        shapes = mouth_shapes(sound)
        encoder = subprocess.Popen(
            ["ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FPS),
             "-i", "-", "-i", sound, "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", "-colorspace", "bt709",
             "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-c:v", "libx264", "-preset", "slow", "-bf", "0",
             "-g", str(FPS), "-keyint_min", str(FPS), "-sc_threshold", "0", "-crf", "29", "-c:a", "aac", "-b:a", "64k", "-ac", "1",
             "-movflags", "+faststart", "-t", str(SECONDS), output], stdin=subprocess.PIPE)
        frame = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        c = cairo.Context(frame)
        for i, shape in enumerate(shapes):
            c.set_source_surface(background)
            c.paint()
            draw_presenter(c, pose_at(i / FPS, shape))
            frame.flush()
            encoder.stdin.write(frame.get_data())
        encoder.stdin.close()
        if encoder.wait() != 0:
            raise SystemExit("ffmpeg failed")


if __name__ == "__main__":
    main()
