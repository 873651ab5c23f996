"""What a proposal answers: the three preconditions, the criteria of its era, and the field officer's check.

Labels follow the BKKBN guides of 2016–2021 in our own words; from 2022 on a whole village is named and the criteria are
kept for the record only.
"""

from django.utils.translation import gettext_lazy as _

LAST_YEAR_WITH_CRITERIA = 2021

PRECONDITIONS = {
    "population_data": _("data kependudukan yang akurat"),
    "commitment": _("dukungan dan komitmen pemerintah daerah"),
    "participation": _("partisipasi aktif masyarakat"),
}
MAIN = {
    "poor_families": _("keluarga miskin di atas rata-rata desa/kelurahan"),
    "kb_users": _("peserta KB di bawah rata-rata desa/kelurahan"),
}
TERRITORIAL = {
    "slum": _("kawasan kumuh"),
    "coast": _("pesisir"),
    "river_basin": _("daerah aliran sungai"),
    "railway": _("bantaran rel kereta api"),
    "poor_area": _("kawasan miskin"),
    "remote": _("terpencil"),
    "border": _("perbatasan"),
    "industrial": _("kawasan industri"),
    "tourist": _("kawasan wisata"),
    "dense": _("padat penduduk"),
}
SPECIAL = {
    "family_data": _("data dan peta keluarga setiap RT/RW"),
    "schooling": _("partisipasi sekolah rendah"),
    "kb_service": _("peserta KB aktif dan MKJP rendah, kebutuhan ber-KB tidak terpenuhi tinggi"),
    "family_groups": _("keikutsertaan kelompok ketahanan keluarga rendah"),
    "sectors": _("capaian lintas sektor rendah"),
}
CRITERIA = MAIN | TERRITORIAL | SPECIAL
FIELD_CHECK = {
    "visited": _("lokasi dikunjungi"),
    "data_compared": _("data usulan dicocokkan dengan data lapangan"),
    "community_heard": _("tokoh dan warga didengar"),
}
