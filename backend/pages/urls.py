"""The pages, in the words of those who use them."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from . import decrees, drafts, inbox, login, papers, proposals, recorded, records, registers, review, sheet, villages

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("masuk/", login.Login.as_view(), name="login"),
    path("keluar/", LogoutView.as_view(), name="logout"),
    path("penugasan/", login.choose_mandate, name="choose-mandate"),
    path("lembar/<str:template>.css", sheet.stylesheet, name="sheet-style"),
    path("tugas/<int:pk>/", review.review, name="review"),
    path("tugas/<int:pk>/dari-kertas/", records.record_paper, name="record-paper"),
    path("tugas/<int:pk>/<slug:name>/", review.act, name="act"),
    path("tercatat/<int:entry>/<int:task>/", recorded.recorded, name="recorded"),
    path("naskah/<int:pk>.pdf", papers.paper, name="paper"),
    path("lampiran/<int:pk>/", papers.attachment, name="attachment"),
    path("keputusan/", decrees.decrees, name="decrees"),
    path("keputusan/baru/", drafts.new_decree, name="new-decree"),
    path("keputusan/<int:pk>/", decrees.decree, name="decree"),
    path("keputusan/<int:pk>/naskah/", drafts.edit_decree, name="edit-decree"),
    path("keputusan/<int:pk>/daftar/", drafts.decree_rows, name="decree-rows"),
    path("keputusan/<int:pk>/ubah/", drafts.revise, name="revise"),
    path("keputusan/<int:pk>/tanda-tangan/", recorded.signing, name="signing"),
    path("keputusan/<int:pk>/<slug:name>/", decrees.decree_act, name="decree-act"),
    path("usulan/", proposals.proposals, name="proposals"),
    path("usulan/baru/", proposals.new_proposal, name="new-proposal"),
    path("usulan/<int:pk>/", proposals.proposal, name="proposal"),
    path("usulan/<int:pk>/isian/", proposals.edit_proposal, name="edit-proposal"),
    path("usulan/<int:pk>/bukti/", proposals.attach_evidence, name="attach-evidence"),
    path("usulan/<int:pk>/bukti/<int:evidence>/hapus/", proposals.detach_evidence, name="detach-evidence"),
    path("usulan/<int:pk>/lapangan/", proposals.field_check, name="field-check"),
    path("usulan/<int:pk>/<slug:name>/", proposals.proposal_act, name="proposal-act"),
    path("desa/<int:pk>/", villages.village, name="village"),
    path("desa/<int:pk>/pencanangan/", villages.launch, name="launch"),
    path("wilayah/<int:pk>/", villages.region, name="region"),
    path("register/", registers.registers, name="registers"),
    path("register/<int:pk>/", registers.register, name="register"),
]
