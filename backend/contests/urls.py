"""Addresses of this room."""

from django.urls import path

from . import (
    appeals,
    eligibility,
    entries,
    jury,
    old_results,
    ranking,
    rubrics,
    scoring,
    setting_up,
    sheets,
    views,
    visits,
    winners,
)

urlpatterns = [
    path("lomba/", views.competitions, name="competitions"),
    path("lomba/baru/", setting_up.new_competition, name="new-competition"),
    path("lomba/hasil-lama/", old_results.old_results, name="old-results"),
    path("lomba/hasil-lama/baru/", old_results.enter_old, name="enter-old-result"),
    path("lomba/rubrik/", rubrics.rubrics, name="rubrics"),
    path("lomba/rubrik/susun/", rubrics.draft, name="draft-rubric"),
    path("lomba/rubrik/konsep/<int:pk>/", rubrics.edit_rubric, name="edit-rubric"),
    path("lomba/rubrik/konsep/<int:pk>/buang/", rubrics.discard, name="discard-rubric"),
    path("rubrik/<int:pk>/", rubrics.rubric, name="rubric"),
    path("lomba/<int:pk>/", views.competition, name="competition"),
    path("lomba/<int:pk>/ubah/", setting_up.edit_competition, name="edit-competition"),
    path("lomba/<int:pk>/tindakan/<slug:name>/", views.competition_act, name="competition-act"),
    path("lomba/<int:pk>/syarat/", eligibility.eligibility, name="eligibility"),
    path("lomba/<int:pk>/calonkan/", eligibility.nominate, name="nominate"),
    path("lomba/<int:pk>/juri/", jury.seat_jury, name="seat-jury"),
    path("lomba/<int:pk>/penilaian/", scoring.judging, name="judging"),
    path("lomba/<int:pk>/suara-ketua/", scoring.vote, name="chair-vote"),
    path("lomba/<int:pk>/peringkat/", ranking.ranking, name="ranking"),
    path("lomba/<int:pk>/keputusan-pemenang/", winners.draft_decree, name="winners-decree"),
    path("peserta/<int:pk>/", entries.entry, name="entry"),
    path("peserta/<int:pk>/tindakan/<slug:name>/", entries.entry_act, name="entry-act"),
    path("peserta/<int:pk>/nilai/<int:juror>/", sheets.sheet, name="score-sheet"),
    path("peserta/<int:pk>/tidak-menilai/<int:juror>/", scoring.recuse, name="recuse"),
    path("peserta/<int:pk>/tinjauan/", visits.visit, name="field-visit"),
    path("sanggahan/<int:pk>/", appeals.appeal, name="appeal"),
    path("sanggahan/<int:pk>/tindakan/<slug:name>/", appeals.appeal_act, name="appeal-act"),
]
