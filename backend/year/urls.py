"""Addresses of this room."""

from django.urls import path

from . import views

urlpatterns = [path("tahun-ini/", views.year, name="year")]
