"""The public check: `/v` and what the QR codes lead to. These addresses are printed on paper and never change."""

from django.urls import path, re_path

from . import views
from .contests import pages, recomputing, scores
from .in_force import in_force

urlpatterns = [
    path("v", views.check, name="public-check"),
    path("v/berkas", views.uploaded, name="public-upload"),
    re_path(r"^v/daftar/(?P<code>\d\d\.\d\d)$", in_force, name="public-in-force"),
    path("v/lomba", pages.contests, name="public-contests"),
    path("v/lomba/hitung-ulang", recomputing.recomputed, name="public-recompute"),
    re_path(r"^v/lomba/(?P<token>[\w-]{22})$", pages.contest, name="public-contest"),
    re_path(r"^v/lomba/(?P<token>[\w-]{22})/nilai\.json$", scores.scores_json, name="public-scores-json"),
    re_path(r"^v/lomba/(?P<token>[\w-]{22})/nilai\.csv$", scores.scores_csv, name="public-scores-csv"),
    re_path(r"^v/sidik/(?P<sha256>[0-9a-f]{64})$", views.hashed, name="public-hash"),
    re_path(r"^v/(?P<token>[\w-]{22})$", views.paper, name="public-paper"),
    re_path(r"^v/(?P<token>[\w-]{22})/naskah$", views.file, name="public-file"),
    re_path(r"^v/(?P<token>[\w-]{22})/tanda-terima$", views.receipt, name="public-receipt"),
]
