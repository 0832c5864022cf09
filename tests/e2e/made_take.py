"""A library with one finished take in it, made by ffmpeg instead of a rehearsal: its content is known to the frame."""

import json
import subprocess
import uuid
from pathlib import Path

PERSON = "0a7c6e1e-1111-4222-8333-944455556666"
TAKE = "2026-11-21T09-30-00-siti-aminah"
EARLIER = "2026-11-14T09-30-00-siti-aminah"
SECOND = 1_000_000_000

# The sound is a voice that comes and goes. From 20 to 26 s nobody says anything.
VOICE = "0.3*sin(2*PI*220*t)*(0.55+0.45*sin(2*PI*2.5*t))*not(between(mod(t\\,60)\\,20\\,26))+0.002*sin(2*PI*50*t)"


def make_media(file, seconds, size="360x640", rate=30):
    """Pictures with a running clock, a keyframe each half second, and the voice."""
    clock = (f"testsrc2=size={size}:rate={rate}:duration={seconds},"
             "drawtext=text='%{pts\\:hms}':fontsize=40:fontcolor=white:box=1:boxcolor=black:x=(w-tw)/2:y=h/3,format=yuv420p")
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", clock,
                    "-f", "lavfi", "-i", f"aevalsrc='{VOICE}':s=48000:d={seconds}", "-c:v", "libx264", "-preset", "ultrafast",
                    "-g", str(rate // 2), "-bf", "0", "-c:a", "aac", "-ac", "2", "-movflags", "+faststart", str(file)], check=True)


SHARES = (0, 0.1, 0.5, 0.9)  # when the four parts of a take begin, where nobody says otherwise


def events_of(seconds, shares=SHARES):
    yield 0, "take_started", {"session_id": PERSON}
    bounds = [seconds * share for share in shares]
    for index, at in enumerate(bounds):
        yield at, "segment_started", {"segment": index, "product_id": ["", "kain", "tas", ""][index]}
    chat = 0
    for at in range(3, seconds, 7):
        chat += 1
        yield at, "chat_shown", {"chat": chat, "author": f"rina_{chat}", "text": "Kak, harganya berapa?", "intent": "price",
                                 "expects": "answer", "product_id": "kain"}
        if chat % 3:
            yield at + 4, "chat_answered", {"chat": chat, "after_ns": 4 * SECOND}
        else:
            yield min(at + 30, seconds), "chat_missed", {"chat": chat}
    for at in range(12, seconds, 17):
        yield at, "order_placed", {"author": "wati", "product_id": "kain", "quantity": 1, "price_rupiah": 185000}
    yield seconds * 0.25, "marker_set", {"label": "bagus"}
    yield seconds * 0.3, "point_ticked", {"segment": 1, "point": 0, "said": True, "price": False}
    yield seconds * 0.4, "cue_shown", {"cue": "silence"}
    yield seconds, "take_ended", {"reason": "stopped"}


def make_take(library, seconds=60, class_show=True, media=None, name=TAKE, shares=SHARES, person=(PERSON, "Siti Aminah"),
              rated=False):
    """The take's folder. `media`: a file that is there already and is linked instead of a new one. `shares`: when its four parts
    began. `rated`: she has skipped the question how she found it, so results are shown."""
    person_id, person_name = person
    library = Path(library)
    folder = library / "sessions" / name
    folder.mkdir(parents=True)
    (library / "people").mkdir(exist_ok=True)
    (library / "people" / f"{person_id}.json").write_text(json.dumps({
        "schema_version": 1, "id": person_id, "name": person_name, "created_at": "2026-11-01T02:00:00.000Z",
        "consent": {"review": True, "class_show": class_show, "promotion": False, "asked_at": "2026-11-01T02:00:00.000Z"}}))
    if media is None:
        make_media(folder / "take.mp4", seconds)
    else:
        (folder / "take.mp4").symlink_to(media)
    product = lambda id, name, kind: {"id": id, "name": {"indonesian": name, "english": ""}, "kind": kind, "price_rupiah": 185000,
                                      "stock": 12, "key_points": [{"indonesian": "Motif daun jati asli", "english": ""}]}
    segment = lambda kind, title, product_id="": {"kind": kind, "title": {"indonesian": title, "english": ""},
                                                  "product_id": product_id, "planned_ns": seconds * SECOND // 4}
    (folder / "session.json").write_text(json.dumps({
        "schema_version": 1, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)), "title": "Batik Ecoprint",
        "person": {"id": person_id, "name": person_name}, "started_at": name[:10] + "T02:30:00.000Z", "state": "ready",
        "duration_ns": seconds * SECOND,
        "catalogue": {"slug": "batik", "name": {"indonesian": "Batik Ecoprint", "english": ""},
                      "products": [product("kain", "Kain Jati", "cloth"), product("tas", "Tas Rajut", "bag")]},
        "rundown": {"name": "", "segments": [segment("opening", "Pembukaan"), segment("product", "", "kain"),
                                             segment("product", "", "tas"), segment("closing", "Penutup")]},
        "canvas": {"width_px": 720, "height_px": 1280, "fps_num": 30, "fps_den": 1}, "layout": "camera-full",
        "audience": {"liveliness": "calm", "seed": 1},
        "parts": [{"file": "take.mp4", "start_ns": 0, "duration_ns": seconds * SECOND, "finalised": True, "encoder": "", "root": ""}],
        "counters": {"frames": seconds * 30}}))
    lines = [{"at_ns": int(at * SECOND), "type": kind, **fields} for at, kind, fields in events_of(seconds, shares)]
    lines.sort(key=lambda line: line["at_ns"])
    if rated:
        lines.append({"at_ns": seconds * SECOND, "type": "self_rated", "level": 0, "wish": ""})
    (folder / "journal.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder
