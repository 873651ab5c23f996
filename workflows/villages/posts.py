"""The posts and sections of a Pokja: eight sections, one for each family function of PP 87/2014."""

CHAIR, SECRETARY, TREASURER = "Ketua", "Sekretaris", "Bendahara"
LEADERS = [CHAIR, SECRETARY, TREASURER]
"""Filled exactly once in every Pokja, outside the sections."""

TASKS = {
    "Keagamaan": "menggerakkan pembinaan keimanan dan kerukunan dalam keluarga lintas umur",
    "Sosial Budaya": "melestarikan gotong royong dan budaya lokal yang mendukung keluarga",
    "Cinta Kasih": "membina kepedulian antargenerasi, termasuk lansia dan penyandang disabilitas",
    "Perlindungan": "mencegah kekerasan dalam rumah tangga dan membantu kepemilikan dokumen kependudukan",
    "Reproduksi": "menyelenggarakan penyuluhan kesehatan reproduksi, pelayanan KB, dan pencegahan perkawinan anak",
    "Sosialisasi dan Pendidikan": "mengelola kelas orang tua, bina keluarga balita dan remaja, serta pendataan anak putus sekolah",
    "Ekonomi": "mendampingi usaha peningkatan pendapatan keluarga (UPPKA) dan akses permodalan",
    "Pembinaan Lingkungan": "menggerakkan sanitasi, jamban, air bersih, pekarangan pangan, dan pencegahan stunting",
}
"""What each section does, as the second annex says it: our own wording, for a district to change."""

SECTIONS = list(TASKS)
