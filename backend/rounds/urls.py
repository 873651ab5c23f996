"""Addresses of the yearly rounds and of the evaluations in them."""

from django.urls import path

from . import evaluations, instruments, photos, rounds, saving

urlpatterns = [
    path("putaran/", rounds.rounds, name="rounds"),
    path("putaran/baru/", rounds.new_round, name="new-round"),
    path("putaran/<int:pk>/", rounds.round_page, name="round"),
    path("putaran/<int:pk>/jadwal/", rounds.edit_round, name="edit-round"),
    path("putaran/<int:pk>/desa/", rounds.villages, name="round-villages"),
    path("putaran/<int:pk>/berubah/", rounds.what_changed, name="round-changed"),
    path("putaran/<int:pk>/<slug:name>/", rounds.act, name="round-act"),
    path("instrumen/<int:pk>/", instruments.instrument, name="instrument"),
    path("evaluasi/<int:pk>/", evaluations.evaluation, name="evaluation"),
    path("evaluasi/<int:pk>/bagian/<slug:key>/", saving.section, name="evaluation-section"),
    path("evaluasi/<int:pk>/bagian/<slug:key>/foto/", photos.add, name="evaluation-photo"),
    path("evaluasi/<int:pk>/foto/<int:photo>/lepas/", photos.detach, name="detach-photo"),
    path("evaluasi/<int:pk>/periksa/", evaluations.look_over, name="look-over-evaluation"),
    path("evaluasi/<int:pk>/<slug:name>/", evaluations.act, name="evaluation-act"),
]
