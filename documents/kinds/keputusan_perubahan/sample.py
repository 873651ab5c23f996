"""A made-up decree that amends the made-up designation decree: rows corrected, struck and added."""

from typing import Any

from documents.content import Content
from documents.kinds.keputusan_bupati.sample import sample as original_of
from documents.kinds.keputusan_pencabutan.sample import NAMED, changing

Row = dict[str, Any]


def sample(rows: int = 6) -> Content:
    """An amendment of `rows` rows, a third of them new, with the list that now holds as its last annex."""
    listed, added = rows - rows // 3, rows // 3
    villages = original_of(rows + added)["annexes"][0]["rows"]
    changes = [_changed(row) for row in villages[:listed]] + [{**row, "change": "add"} for row in villages[rows:]]
    return {
        **changing("keputusan_perubahan", "amends", f"Perubahan atas {NAMED}", rows),
        "clauses": [
            f"Mengubah Lampiran {NAMED} sebagaimana tercantum dalam Lampiran I yang merupakan bagian tidak terpisahkan "
            "dari Keputusan Bupati ini",
            "Daftar yang berlaku setelah perubahan tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan "
            "dari Keputusan Bupati ini",
            "Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan",
        ],
        "annexes": [
            {"kind": "villages", "title": "Perubahan Daftar Kampung Keluarga Berkualitas", "rows": changes},
            _consolidated(changes, villages[listed:rows]),
        ],
    }


def _changed(row: Row) -> Row:
    if row["no"] % 2:
        return {**row, "change": "correct", "was": {"kampung": f"Sejahtra {row['no']}"}}
    return {**row, "change": "strike", "note": "bergabung dengan pekon lain"}


def _consolidated(changes: list[Row], untouched: list[Row]) -> dict[str, Any]:
    kept = [{key: value for key, value in row.items() if key not in ("change", "was")}
            for row in changes if row["change"] != "strike"]  # fmt: skip
    rows = sorted([*kept, *untouched], key=lambda row: row["no"])
    labels = [row["label"].lower() for row in rows]
    return {
        "kind": "villages",
        "title": "Daftar Kampung Keluarga Berkualitas setelah Perubahan",
        "consolidated": True,
        "rows": rows,
        "totals": [[label, labels.count(label)] for label in dict.fromkeys(labels)],
    }
