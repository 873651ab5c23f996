"""Addresses of this room."""

from django.urls import path

from . import views

urlpatterns = [
    path("berkas/<int:pk>/riwayat/", views.full_history, name="full-history"),
    path("berkas/<int:pk>/bukti.zip", views.evidence, name="evidence"),
]
