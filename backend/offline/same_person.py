"""Whose an answer is, and that what waited on a phone is taken from nobody but the person who wrote it."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

HEADER = "Siklus-Person"


def same_person(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: 401 before any view if a draft comes with another login than its writer's, or with none."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        writer = request.headers.get(HEADER)
        if writer is not None and writer != str(request.user.pk):
            return JsonResponse({"login": reverse("login")}, status=HTTPStatus.UNAUTHORIZED)
        response = get_response(request)
        if "public" not in response.get("Cache-Control", "") and request.user.is_authenticated:
            response.headers[HEADER] = str(request.user.pk)
        return response

    return answer
