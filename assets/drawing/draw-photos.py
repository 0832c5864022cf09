#!/usr/bin/python3
"""Draws the product pictures of the demo catalogues: run it without arguments, it writes below ../catalogues."""
import pathlib

import cloth_goods
import food_goods

PHOTOS = {
    "batik-ecoprint/kain-jati.svg": cloth_goods.teak_cloth,
    "batik-ecoprint/tas-selempang.svg": cloth_goods.ecoprint_bag,
    "batik-ecoprint/sepatu-ecoprint.svg": cloth_goods.ecoprint_shoes,
    "batik-ecoprint/pashmina.svg": cloth_goods.scarf,
    "batik-ecoprint/dompet.svg": cloth_goods.pouch,
    "tas-sepatu/tas-anyam.svg": cloth_goods.pandan_bag,
    "tas-sepatu/tas-kulit.svg": cloth_goods.leather_bag,
    "tas-sepatu/sepatu-batik.svg": cloth_goods.batik_shoes,
    "tas-sepatu/sandal-kulit.svg": cloth_goods.sandals,
    "jamu-camilan/keripik-tempe.svg": food_goods.tempe_chips,
    "jamu-camilan/keripik-singkong.svg": food_goods.cassava_chips,
    "jamu-camilan/paket-lima.svg": food_goods.five_pack,
    "jamu-camilan/kunyit-asam.svg": food_goods.turmeric_drink,
    "jamu-camilan/beras-kencur.svg": food_goods.rice_drink,
    "jamu-camilan/jahe-bubuk.svg": food_goods.ginger_powder,
}


def main():
    catalogues = pathlib.Path(__file__).resolve().parent.parent / "catalogues"
    for name, draw in PHOTOS.items():
        path = catalogues / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
