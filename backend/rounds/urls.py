"""Addresses of the yearly rounds and of the evaluations in them."""

from django.urls import path

from . import evaluations, photos, saving

urlpatterns = [
    path("evaluasi/<int:pk>/", evaluations.evaluation, name="evaluation"),
    path("evaluasi/<int:pk>/bagian/<slug:key>/", saving.section, name="evaluation-section"),
    path("evaluasi/<int:pk>/bagian/<slug:key>/foto/", photos.add, name="evaluation-photo"),
    path("evaluasi/<int:pk>/foto/<int:photo>/lepas/", photos.detach, name="detach-photo"),
    path("evaluasi/<int:pk>/periksa/", evaluations.look_over, name="look-over-evaluation"),
    path("evaluasi/<int:pk>/<slug:name>/", evaluations.act, name="evaluation-act"),
]
