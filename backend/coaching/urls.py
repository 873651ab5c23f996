"""Addresses of this room."""

from django.urls import path

from . import event, events, need, needs, noting, overview, plans, visits

urlpatterns = [
    path("pembinaan/", overview.coaching, name="coaching"),
    path("pembinaan/sasaran/", overview.choices, name="choices"),
    path("pembinaan/kegiatan/", events.events, name="events"),
    path("pembinaan/kegiatan/baru/", events.new_event, name="new-event"),
    path("pembinaan/kegiatan/<int:pk>/", event.event, name="event"),
    path("pembinaan/kegiatan/<int:pk>/peserta/", event.participants, name="participants"),
    path("pembinaan/kegiatan/<int:pk>/kegiatan.ics", event.event_calendar, name="event-calendar"),
    path("pembinaan/kegiatan/<int:pk>/<slug:name>/", event.event_act, name="event-act"),
    path("pembinaan/rangkaian/<int:pk>/", event.series, name="series"),
    path("pembinaan/rencana/", plans.plans, name="plans"),
    path("pembinaan/rencana/baru/", plans.new_plan, name="new-plan"),
    path("pembinaan/rencana/<int:pk>/", plans.plan, name="plan"),
    path("pembinaan/rencana/<int:pk>/<slug:name>/", plans.plan_act, name="plan-act"),
    path("pembinaan/kunjungan/<int:pk>/", visits.visit, name="visit"),
    path("pembinaan/kunjungan/<int:pk>/laporan/", visits.report_visit, name="report-visit"),
    path("pembinaan/kunjungan/<int:pk>/foto/", visits.add_photos, name="visit-photos"),
    path("pembinaan/kunjungan/<int:pk>/<slug:name>/", visits.visit_act, name="visit-act"),
    path("kebutuhan/", needs.needs, name="needs"),
    path("kebutuhan/desa/<int:pk>/baru/", noting.new_need, name="new-need"),
    path("kebutuhan/<int:pk>/", need.need, name="need"),
    path("kebutuhan/<int:pk>/<slug:name>/", need.need_act, name="need-act"),
]
