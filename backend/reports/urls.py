"""Addresses of this room."""

from django.urls import path

from . import acting_on, beginning, completeness, download, enclosures, filling, reading, reminding, village, year

urlpatterns = [
    path("laporan/", village.reports, name="reports"),
    path("laporan/desa/<int:pk>/", village.village_reports, name="village-reports"),
    path("laporan/desa/<int:pk>/baru/<slug:code>/", beginning.new_report, name="new-report"),
    path("laporan/<int:pk>/", reading.report, name="report"),
    path("laporan/<int:pk>/bagian/<slug:key>/", filling.section, name="report-section"),
    path("laporan/<int:pk>/lampiran/<slug:what>/", enclosures.enclosures, name="report-enclosures"),
    path("laporan/<int:pk>/lampiran/<int:enclosure>/hapus/", enclosures.remove, name="remove-enclosure"),
    path("laporan/<int:pk>/kirim/", acting_on.send, name="send-report"),
    path("laporan/<int:pk>/perbaiki/", acting_on.correct, name="correct-report"),
    path("laporan/<int:pk>/gabung/", acting_on.merge, name="merge-report"),
    path("laporan/wilayah/<int:pk>/", completeness.completeness, name="completeness"),
    path("laporan/wilayah/<int:pk>/tahun/", year.year, name="report-year"),
    path("laporan/wilayah/<int:pk>/unduh/", download.completeness_table, name="completeness-table"),
    path("laporan/wilayah/<int:pk>/ingatkan/", reminding.remind_reports, name="remind-reports"),
]
