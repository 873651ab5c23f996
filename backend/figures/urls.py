"""Addresses of this room."""

from django.urls import path

from . import views

urlpatterns = [
    path("angka/", views.mine, name="figures"),
    path("angka/<int:pk>/", views.figures, name="figures-of"),
]
