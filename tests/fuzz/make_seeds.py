"""Where fuzzing begins: sound files of each kind, as the tests and the demo have them. make_seeds.py FOLDER"""

import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/e2e"))
import made_take  # noqa: E402

OUT = Path(sys.argv[1])
FOLDER = made_take.TAKE
PERSON = {"schema_version": 1, "id": made_take.PERSON, "name": "Siti Aminah", "created_at": "2026-11-01T02:00:00.000Z",
          "consent": {"review": True, "class_show": True, "promotion": False, "asked_at": "2026-11-01T02:00:00.000Z"}}
REVIEWER = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
VOICE = "16fd2706-8baf-433b-82eb-8c7fada847da.m4a"
SEEN = {"faces": 1, "face": {"x": 0.5, "y": 0.35, "width": 0.3, "height": 0.2, "eyes_y": 0.31, "turn": 0.02, "confidence": 0.93},
        "shown": [0.2, 0, 0.6, 1], "face_luma": 0.5, "background_luma": 0.4, "clipped": 0.01, "sharpness": 0.02, "shake": None,
        "moved": 0.03}
REVIEW = {"schema_version": 1, "reviewer": {"id": REVIEWER, "name": "Pak Budi"}, "rubric": "rubrik", "finished": True,
          "comments": [{"id": made_take.PERSON, "at_ns": 9000000000, "text": "Harga jelas 👍",
                        "written_at": "2026-11-21T03:30:00.000Z",
                        "drawing": [{"shape": "circle", "points": [[0.2, 0.25], [0.4, 0.5]]},
                                    {"shape": "pen", "points": [[0.1, 0.1], [0.15, 0.2], [0.2, 0.1]]}],
                        "voice": {"file": VOICE, "length_ns": 4000000000}}],
          "findings": [{"kind": "long-pause", "at_ns": 20000000000, "verdict": "confirmed"}],
          "scores": [{"id": "price", "name": {"indonesian": "Harga", "english": "Price"}, "level": 2, "levels": 5,
                      "words": {"indonesian": "Sekali", "english": "Once"}, "at_ns": None}]}


def seed(reader, name, content, choice=None):
    content = content if isinstance(content, bytes) else content.encode()
    folder = OUT / reader
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes((b"" if choice is None else bytes([choice])) + content)


def journal():
    lines = [{"at_ns": int(at * made_take.SECOND), "type": kind, **fields} for at, kind, fields in made_take.events_of(40)]
    lines.append({"at_ns": made_take.SECOND, "type": "picture_seen", **SEEN})
    return "".join(json.dumps(line) + "\n" for line in sorted(lines, key=lambda line: line["at_ns"]))


def bundle(session):
    files = {f"people/{made_take.PERSON}.json": json.dumps(PERSON), f"sessions/{FOLDER}/session.json": session,
             f"sessions/{FOLDER}/journal.jsonl": journal(), f"sessions/{FOLDER}/take.mp4": "film" * 20,
             f"sessions/{FOLDER}/reviews/{REVIEWER}.json": json.dumps(REVIEW),
             f"sessions/{FOLDER}/reviews/{VOICE}": "sound" * 20}
    described = json.loads(session)
    manifest = json.dumps({
        "schema_version": 1, "format": "gladi-bundle", "reviews_only": False, "made_at": "2026-11-21T03:30:00.000Z",
        "takes": [{"folder": FOLDER, "session_id": described["id"], "person_id": made_take.PERSON,
                   "person_name": "Siti Aminah", "title": "Batik", "started_at": described["started_at"],
                   "duration_ns": described["duration_ns"]}],
        "files": [{"path": path, "size_bytes": len(text.encode()), "sha256": hashlib.sha256(text.encode()).hexdigest()}
                  for path, text in files.items()]})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, text in {"manifest.json": manifest, **files}.items():
            info = zipfile.ZipInfo(path)
            info.create_system, info.external_attr = 3, 0o100600 << 16
            info.compress_type = zipfile.ZIP_STORED if path.endswith(".mp4") else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return packed.getvalue(), manifest, files


def main():
    import tempfile
    with tempfile.TemporaryDirectory() as library:
        media = Path(library) / "none.mp4"
        media.write_bytes(b"film" * 20)
        session = (made_take.make_take(Path(library) / "library", media=media) / "session.json").read_text()
    packed, manifest, files = bundle(session)
    seed("bundle", "whole", packed, 0)
    seed("bundle", "manifest", manifest, 1)
    for number, path in enumerate(files):
        seed("bundle", f"name-{number}", path, 2)
    seed("session", "session", session, 0)
    seed("session", "review", json.dumps(REVIEW), 1)
    seed("session", "person", json.dumps(PERSON), 2)
    seed("journal", "take", journal())
    seed("csv", "prices", "Nama Produk;Harga;Stok;Catatan\r\nKeripik Tempe;15.000;20;\"renyah; gurih\"\r\n;5000;1;\r\n", 0)
    seed("csv", "utf16", "sep=,\nnama,harga\n'=1+1,\"a\"\"b\"\n".encode("utf-16"), 0)
    seed("csv", "products", "Nama Produk;Harga;Harga normal;Stok;Foto;Poin\r\nTas;12rb;Rp 15.000;3;tas.jpg;Asli|Kuat\r\n", 1)
    seed("csv", "names", "1. Ani Lestari\n2) Budi Santoso\n- Citra Dewi\n\tEka\n", 2)
    kinds = {"catalogue.toml": 0, "rundown.toml": 1}
    for file in sorted((ROOT / "assets").rglob("*.toml")):
        kind = kinds.get(file.name, {"rubrics": 2, "audience": 3}.get(file.parent.name))
        if kind is not None:
            seed("toml", "-".join(file.relative_to(ROOT / "assets").parts), file.read_text(), kind)


main()
