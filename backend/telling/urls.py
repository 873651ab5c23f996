"""Addresses of this room."""

from django.urls import URLPattern, path

from . import calendars, channels, deliveries, gateways, reminding, webhooks

urlpatterns: list[URLPattern] = [
    path("saluran/", channels.my_channels, name="my-channels"),
    path("saluran/<int:pk>/", channels.fix_contact, name="fix-contact"),
    path("pengiriman/", deliveries.deliveries, name="deliveries"),
    path("pengiriman/<int:pk>/ulang/", deliveries.send_again, name="send-again"),
    path("pengiriman/berkas/<int:pk>/", deliveries.deliveries_of_file, name="deliveries-of-file"),
    path("webhook/", webhooks.webhooks, name="webhooks"),
    path("webhook/<int:pk>/", webhooks.webhook, name="webhook"),
    path("webhook/<int:pk>/<slug:name>/", webhooks.webhook_act, name="webhook-act"),
    path("webhook/kiriman/<int:pk>/ulang/", webhooks.replay_post, name="replay-post"),
    path("gerbang/", gateways.gateways, name="gateways"),
    path("gerbang/<int:pk>/uji/", gateways.try_gateway, name="try-gateway"),
    path("gerbang/<int:pk>/hapus/", gateways.end_gateway, name="end-gateway"),
    path("ingatkan/", reminding.remind, name="remind"),
    path("kalender/", calendars.my_calendar, name="my-calendar"),
    path("kalender/hentikan/", calendars.end_calendar, name="end-calendar"),
    path("kalender/<str:token>.ics", calendars.calendar_feed, name="calendar-feed"),
    path("tugas/<int:pk>/tenggat.ics", calendars.task_calendar, name="task-calendar"),
]
