"""Addresses of this room."""

from django.urls import path

from . import answers, attendance, evaluations, invitations, motions, plans, rakors, sheets, wall

urlpatterns = [
    path("rakor/", rakors.rakors, name="rakors"),
    path("rakor/baru/", plans.new_rakor, name="new-rakor"),
    path("rakor/<int:pk>/", rakors.rakor, name="rakor"),
    path("rakor/<int:pk>/rencana/", plans.edit_rakor, name="edit-rakor"),
    path("rakor/<int:pk>/rakor.ics", invitations.rakor_calendar, name="rakor-calendar"),
    path("rakor/<int:pk>/undangan/", invitations.invitees, name="rakor-invitees"),
    path("rakor/<int:pk>/kehadiran/", attendance.attendance, name="rakor-attendance"),
    path("rakor/<int:pk>/kehadiran/daftar.pdf", attendance.attendance_paper, name="rakor-attendance-paper"),
    path("rakor/<int:pk>/kehadiran/lembar/", sheets.add_sheets, name="rakor-sheets"),
    path("rakor/<int:pk>/kehadiran/lembar/<int:sheet>/cabut/", sheets.take_away, name="take-sheet-away"),
    path("rakor/<int:pk>/kehadiran/tamu/", attendance.add_guest, name="rakor-guest"),
    path("rakor/<int:pk>/kehadiran/<int:seat>/<str:name>/", attendance.seat_act, name="seat-act"),
    path("rakor/<int:pk>/jawaban/<int:seat>/<str:name>/", answers.seat_answer, name="seat-answer"),
    path("rakor/<int:pk>/kode/", attendance.room_code, name="rakor-code"),
    path("rakor/<int:pk>/hadir/<str:code>/", attendance.check_in, name="rakor-check-in"),
    path("rakor/<int:pk>/layar/", wall.wall, name="rakor-wall"),
    path("rakor/<int:pk>/layar/kini/", wall.wall_now, name="rakor-wall-now"),
    path("rakor/<int:pk>/evaluasi/", evaluations.evaluation_table, name="rakor-evaluations"),
    path("rakor/<int:pk>/keputusan/", motions.motions, name="rakor-motions"),
    path("rakor/<int:pk>/keputusan/acara/", motions.turn_to, name="rakor-item"),
    path("rakor/<int:pk>/keputusan/<int:motion>/cabut/", motions.withdraw_motion, name="withdraw-motion"),
    path("rakor/<int:pk>/tindakan/<str:name>/", rakors.rakor_act, name="rakor-act"),
]
