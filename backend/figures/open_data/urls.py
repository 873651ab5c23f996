"""Addresses of *Data terbuka*. They are cited, and never change."""

from django.urls import path, re_path

from . import views

CODE, DAY = r"(?P<code>\d\d\.\d\d)", r"(?P<day>\d{4}-\d\d-\d\d)"

urlpatterns = [
    path("data-terbuka", views.regencies, name="open-data"),
    re_path(rf"^data-terbuka/{CODE}$", views.regency, name="open-data-of"),
    re_path(rf"^data-terbuka/{CODE}/{DAY}/datapackage\.json$", views.package, name="open-data-package"),
    re_path(
        rf"^data-terbuka/{CODE}/{DAY}/(?P<name>[a-z-]+)\.(?P<ending>excel\.csv|csv|xlsx|json)$",
        views.file,
        name="open-data-file",
    ),
]
