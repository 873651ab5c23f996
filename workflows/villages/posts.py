"""The posts and sections of a Pokja: eight sections, one for each family function of PP 87/2014."""

CHAIR, SECRETARY, TREASURER = "Ketua", "Sekretaris", "Bendahara"
LEADERS = [CHAIR, SECRETARY, TREASURER]
"""Filled exactly once in every Pokja, outside the sections."""

SECTIONS = [
    "Keagamaan",
    "Sosial Budaya",
    "Cinta Kasih",
    "Perlindungan",
    "Reproduksi",
    "Sosialisasi dan Pendidikan",
    "Ekonomi",
    "Pembinaan Lingkungan",
]
