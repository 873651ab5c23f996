"""*Isian Anda masih ada*: what was sent without a login is shown after it, and sent again with one button."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from backend.pages.acting import has_to_choose, to_choosing

from .kept_forms import keep, kept, mark, unsealed
from .kept_labels import labels


class KeptForms:
    """Middleware: keeps what a view answered with the way to the login, and marks browsers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if leads_to_login(answer) and not request.user.is_authenticated and keep(request):
            answer["Location"] = f"{reverse('login')}?next={reverse('kept-forms')}"
        mark(request, answer)
        return answer


def leads_to_login(answer: HttpResponseBase) -> bool:
    return isinstance(answer, HttpResponseRedirectBase) and answer.headers["Location"].startswith(
        f"{reverse('login')}?"
    )


@login_required
@never_cache
def kept_forms(request: HttpRequest) -> HttpResponseBase:
    """What waits; a POST throws it away. Nothing is sent again before it is clear as whom, or it would get lost there."""
    if has_to_choose(request):
        return to_choosing(request)
    waiting = kept(request)
    if request.method == "POST":
        for row in waiting:
            row.delete()
    if not waiting or request.method == "POST":
        return redirect("inbox")
    forms = [{"row": row, "told": told, "typed": typed(row.path, told)} for row in waiting if (told := unsealed(row))]
    return render(request, "accounts/kept_forms.html", {"forms": forms})


def typed(path: str, told: dict[str, Any]) -> list[tuple[Any, str]]:
    """What a person wrote, and what the field is called: texts of several words. The rest are choices and numbers of the form."""
    known = labels(path, [name for name, _value in told["fields"]])
    return [(known.get(name, ""), value) for name, value in told["fields"] if len(value.split()) > 1]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: after a login elsewhere an open page carries an old token."""
    is_kept = keep(request, request.user if request.user.is_authenticated else None)
    return render(request, "403_csrf.html", {"kept": is_kept}, status=403)
