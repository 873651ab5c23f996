"""Addresses of this room. The worker stands at the root, since a worker sees only what lies below its own address."""

from django.urls import path

from . import views

urlpatterns = [
    path("siklus.webmanifest", views.manifest, name="manifest"),
    path("luring.js", views.worker, name="worker"),
    path("luring/", views.offline, name="offline"),
]
