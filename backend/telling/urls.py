"""Addresses of this room."""

from django.urls import URLPattern, path

from . import calendars, channels, deliveries, reminding

urlpatterns: list[URLPattern] = [
    path("saluran/", channels.my_channels, name="my-channels"),
    path("saluran/<int:pk>/", channels.fix_contact, name="fix-contact"),
    path("pengiriman/", deliveries.deliveries, name="deliveries"),
    path("pengiriman/<int:pk>/ulang/", deliveries.send_again, name="send-again"),
    path("pengiriman/berkas/<int:pk>/", deliveries.deliveries_of_file, name="deliveries-of-file"),
    path("ingatkan/", reminding.remind, name="remind"),
    path("kalender/", calendars.my_calendar, name="my-calendar"),
    path("kalender/hentikan/", calendars.end_calendar, name="end-calendar"),
    path("kalender/<str:token>.ics", calendars.calendar_feed, name="calendar-feed"),
    path("tugas/<int:pk>/tenggat.ics", calendars.task_calendar, name="task-calendar"),
]
