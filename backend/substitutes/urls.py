"""Addresses of this room."""

from django.urls import path

from . import delegating, naming, succession, vacancies, views

urlpatterns = [
    path("pengganti/", views.substitutes, name="substitutes"),
    path("pengganti/jabatan/<int:pk>/", naming.new_substitute, name="new-substitute"),
    path("pengganti/<int:pk>/", views.substitute, name="substitute"),
    path("pengganti/<int:pk>/tetapkan/", views.confirm_substitute, name="confirm-substitute"),
    path("pengganti/<int:pk>/kembali/", views.hand_back, name="hand-back"),
    path("pengganti/<int:pk>/batal/", views.discard_substitute, name="discard-substitute"),
    path("pendelegasian/jabatan/<int:pk>/", delegating.delegations, name="delegations"),
    path("pendelegasian/<int:pk>/akhiri/", delegating.end_delegation, name="end-delegation"),
    path("serah-terima/<int:pk>/", succession.succession, name="succession"),
    path("tanpa-pejabat/", vacancies.vacancies, name="vacancies"),
    path("tanpa-pejabat/<int:pk>/", vacancies.stuck_tasks, name="stuck-tasks"),
    path("tanpa-pejabat/<int:pk>/kembalikan/", vacancies.give_back, name="give-back"),
]
