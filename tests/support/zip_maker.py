"""Makes ZIP files entry by entry as no well-meaning program would: zip_maker.py < JSON.

JSON: [{"file": OUT, "entries": [{"path": …, "text": … | "zeros": n, "packed": bool, "mode": int}, …]}, …]
"""

import json
import sys
import warnings
import zipfile

warnings.simplefilter("ignore")  # the same name twice is what some tests want
for wanted in json.load(sys.stdin):
    with zipfile.ZipFile(wanted["file"], "w") as archive:
        for entry in wanted["entries"]:
            info = zipfile.ZipInfo(entry["path"])
            info.create_system = 3
            info.external_attr = entry.get("mode", 0o100600) << 16
            info.compress_type = zipfile.ZIP_DEFLATED if entry.get("packed") else zipfile.ZIP_STORED
            content = bytes(entry["zeros"]) if "zeros" in entry else entry.get("text", "").encode()
            archive.writestr(info, content)
