"""The pages of the first run: the code, then one step after the other."""

from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from backend.administration.models import SetUp
from backend.pages.refusals import banner
from workflows.core.errors import NotDone

from .administrator import Administrator
from .bases import Bases
from .code import needed, opens
from .kop import Kop
from .numbers import Numbers
from .offices import Offices
from .step import Step
from .territory import Territory
from .words import Words

STEPS: dict[str, type[Step]] = {step.name: step for step in (Territory, Kop, Words, Offices, Numbers, Bases, Administrator)}
OPENED = "set_up"


class CodeForm(forms.Form):
    code = forms.CharField(label=gettext_lazy("Kode penyiapan"), max_length=40,
                           widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}))  # fmt: skip

    def clean_code(self) -> str:
        if not opens(self.cleaned_data["code"]):
            raise forms.ValidationError(_("Kode ini tidak cocok atau sudah dipakai. Minta yang baru: ./siklus manage setup_code"))
        return self.cleaned_data["code"]


def only_first_run(view: Any) -> Any:
    """Once Siklus is set up these addresses do not exist."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not needed():
            raise Http404
        return view(request, *args, **kwargs)

    return inner


@require_http_methods(["GET", "POST"])
@only_first_run
def set_up(request: HttpRequest) -> HttpResponse:
    """Ask for the code; then lead to the first step that is not done."""
    if request.session.get(OPENED):
        return redirect("set-up-step", next_of(SetUp.objects.get()))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session.cycle_key()
        request.session[OPENED] = True
        return redirect("set-up")
    return render(request, "administration/set_up_code.html", {"form": form}, status=422 if form.errors else 200)


def next_of(begun: SetUp) -> str:
    return next((name for name in STEPS if name not in begun.steps), Administrator.name)


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
@only_first_run
def set_up_step(request: HttpRequest, step: str) -> HttpResponse:
    """One step; those before it must be done, those done may be changed."""
    if step not in STEPS:
        raise Http404
    begun = SetUp.objects.select_related("region").first()
    if begun is None or not request.session.get(OPENED):
        return redirect("set-up")
    if [*STEPS].index(step) > [*STEPS].index(next_of(begun)):
        return redirect("set-up-step", next_of(begun))
    form, refusal = STEPS[step](request.POST or None, request.FILES or None, set_up=begun), None
    if request.method == "POST" and form.is_valid():
        try:
            return saved(request, begun, form)
        except NotDone as error:
            refusal = error
    return shown(request, begun, form, refusal)


def saved(request: HttpRequest, begun: SetUp, form: Step) -> HttpResponse:
    """Raises what the step's `save` raises; then nothing is kept."""
    with transaction.atomic():
        form.save()
        begun.steps = [name for name in STEPS if name in {*begun.steps, form.name}]
        begun.save(update_fields=["steps"])
    if not isinstance(form, Administrator):
        return redirect("set-up-step", next_of(begun))
    del request.session[OPENED]
    login(request, form.person, settings.AUTHENTICATION_BACKENDS[0])
    return redirect("lacking")


def shown(request: HttpRequest, begun: SetUp, form: Step, refusal: NotDone | None) -> HttpResponse:
    names = [*STEPS]
    context = {
        "form": form, "refusal": refusal and banner(refusal),
        "number": names.index(form.name) + 1, "last": len(names), "region": begun.region,
        "steps": [(one, one.name in begun.steps, one.name == form.name) for one in STEPS.values()],
        "proof": form.proof() if form.name in begun.steps else [], "before": before(begun, form.name),
    }  # fmt: skip
    return render(request, "administration/set_up_step.html", context, status=422 if refusal or form.errors else 200)


def before(begun: SetUp, name: str) -> list[tuple[str, list[str]]]:
    """What the step before brought about, so that one sees it."""
    names = [*STEPS]
    place = names.index(name)
    return STEPS[names[place - 1]](None, None, set_up=begun).proof() if place else []
