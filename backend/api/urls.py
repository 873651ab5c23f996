"""The API's addresses; what is none of them gets the same answer as what is foreign."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView

from backend.api.journal import Journal
from backend.api.login import Login
from backend.api.me import MyMandates
from backend.api.nowhere import Nowhere
from backend.api.tasks import TaskBatch, TaskDetail, Tasks, TaskTransitions

urlpatterns = [
    path("login/", Login.as_view(), name="api-login"),
    path("me/", MyMandates.as_view(), name="api-me"),
    path("tasks/", Tasks.as_view(), name="api-tasks"),
    path("tasks/transitions/", TaskBatch.as_view(), name="api-task-batch"),
    path("tasks/<int:pk>/", TaskDetail.as_view(), name="api-task"),
    path("tasks/<int:pk>/transitions/", TaskTransitions.as_view(), name="api-task-transitions"),
    path("journal/", Journal.as_view(), name="api-journal"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", SpectacularSwaggerView.as_view(url_name="api-schema"), name="api-docs"),
    re_path("", Nowhere.as_view()),
]
