"""Addresses of this room."""

from django.urls import path

from . import views
from .process.views import journal

urlpatterns = [
    path("angka/", views.mine, name="figures"),
    path("angka/<int:pk>/", views.figures, name="figures-of"),
    path("angka/<int:pk>/jurnal/", journal, name="process-log"),
]
