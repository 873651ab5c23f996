"""A made-up decree to look at: an invented kabupaten, `Contoh` names, as many villages as asked."""

from documents.content import Content
from workflows.core.wording import number_in_words

SUBJECT = "Penetapan Kampung Keluarga Berkualitas Tahun 2024"


def sample(rows: int = 136) -> Content:
    """A designation decree over `rows` villages, every fifth a kelurahan."""
    villages = [_village(number) for number in range(1, rows + 1)]
    kelurahan = sum(village["label"] == "Kelurahan" for village in villages)
    totals = [["pekon", rows - kelurahan], ["kelurahan", kelurahan]]
    return {
        "schema": "siklus/decree/1",
        "kind": "keputusan_bupati",
        "template": "keputusan_bupati@1",
        "example": True,
        "issuer": {
            "title": "Bupati Contoh Barat",
            "head_lines": ["BUPATI CONTOH BARAT", "PROVINSI CONTOH"],
            "place": "Contoh Kota",
            "rank": "regent",
        },
        "subject": SUBJECT,
        "year": 2024,
        **_preamble(rows),
        "clauses": _clauses(rows),
        "annexes": [
            {
                "kind": "villages",
                "title": "Daftar Pekon dan Kelurahan Kampung Keluarga Berkualitas",
                "rows": villages,
                "totals": [total for total in totals if total[1]],
            }
        ],
        "copies_to": [
            "Gubernur Contoh",
            "Kepala Perwakilan BKKBN Provinsi Contoh",
            "Para Camat di Kabupaten Contoh Barat",
        ],
        "footer": "",
        "number_prefix": "NOMOR",
        "evidence": [],
        "issue": {
            "number": "B/100/KPTS/III.06/2024",
            "date": "2024-05-06",
            "signature": "none",
            "signatory": {"lines": ["BUPATI CONTOH BARAT"], "name": "Contoh Bupati"},
        },
    }


def _village(number: int) -> dict[str, object]:
    district = (number - 1) // 10 + 1
    return {
        "no": number,
        "district": f"Contoh Tengah {district}",
        "label": "Pekon" if number % 5 else "Kelurahan",
        "village": f"Contoh {number}",
        "kampung": f"Sejahtera {number}",
        "code": f"99.01.{district:02}.{2000 + number}",
        "note": "",
    }


def _preamble(rows: int) -> Content:
    return {
        "considerations": [
            "bahwa untuk memperkuat ketahanan keluarga dan pengendalian penduduk sampai tingkat pekon dan kelurahan, "
            "perlu dikembangkan Kampung Keluarga Berkualitas sebagai wahana keterpaduan program lintas sektor",
            f"bahwa {number_in_words(rows)} pekon dan kelurahan telah memenuhi persyaratan berdasarkan Berita Acara "
            "Verifikasi Nomor BA/05/CONTOH/2024 tanggal 12 Februari 2024",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan "
            f"Bupati tentang {SUBJECT}",
        ],
        "bases": [
            "Undang-Undang Nomor 52 Tahun 2009 tentang Perkembangan Kependudukan dan Pembangunan Keluarga",
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, "
            "terakhir dengan Undang-Undang Nomor 6 Tahun 2023",
            "Peraturan Pemerintah Nomor 87 Tahun 2014 tentang Perkembangan Kependudukan dan Pembangunan Keluarga, "
            "Keluarga Berencana, dan Sistem Informasi Keluarga",
        ],
        "notes": [
            "Instruksi Presiden Nomor 3 Tahun 2022 tentang Optimalisasi Penyelenggaraan Kampung Keluarga Berkualitas"
        ],
    }


def _clauses(rows: int) -> list[str]:
    return [
        f"Menetapkan {number_in_words(rows)} pekon dan kelurahan sebagai Kampung Keluarga Berkualitas di Kabupaten "
        "Contoh Barat sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan "
        "Bupati ini",
        "Setiap pekon dan kelurahan sebagaimana dimaksud dalam Diktum KESATU membentuk Kelompok Kerja yang ditetapkan "
        f"dengan keputusan peratin atau lurah paling lambat {number_in_words(30)} hari kalender sejak Keputusan Bupati "
        "ini ditetapkan",
        "Perangkat daerah yang membidangi keluarga berencana melakukan pembinaan, pemantauan, dan evaluasi paling "
        f"sedikit {number_in_words(1)} kali dalam {number_in_words(1)} tahun dan melaporkan hasilnya kepada Bupati "
        "melalui Sekretaris Daerah",
        "Biaya yang timbul sebagai akibat ditetapkannya Keputusan Bupati ini dibebankan pada Anggaran Pendapatan dan "
        "Belanja Daerah Kabupaten Contoh Barat dan sumber lain yang sah dan tidak mengikat",
        "Keputusan Bupati ini mulai berlaku pada tanggal ditetapkan",
    ]
