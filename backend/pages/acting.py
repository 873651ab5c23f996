"""As whom somebody acts on the pages: one mandate at a time, chosen once a session and shown on every page."""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from backend.access import Mandates, administered, mandates_of, overseen, scope_of
from workflows.core.clock import today
from workflows.core.wording import long_date
from workflows.organisation.mandates import title_on
from workflows.organisation.models import Capacity, Mandate, Role

CHOSEN = "mandate"
FULL = {Capacity.DEFINITIF, Capacity.STAF}


class Acting:
    """The chosen mandate with its local day and how its holder is called. Lives as long as one request."""

    def __init__(self, mandate: Mandate, others: int):
        self.mandate = mandate
        self.several = others > 0
        self.region = (mandate.acts_for or mandate.office).territory
        self.today = today(self.region.zone)

    @cached_property
    def title(self) -> str:
        return title_on(self.mandate, self.today)

    @property
    def words(self) -> str:
        """`Plt. Bupati Kubu Raya`; of staff: `staf Bupati Kubu Raya`."""
        return _("staf %(title)s") % {"title": self.title} if self.is_staff else self.title

    @property
    def is_staff(self) -> bool:
        """Whether the mandate prepares and records, and decides nothing."""
        return self.mandate.capacity == Capacity.STAF

    @property
    def is_acting(self) -> bool:
        """Whether the mandate is other than a plain one (Plt., Plh., Pj., a.n., u.b.), so that the banner stands out."""
        return self.mandate.capacity not in FULL

    @property
    def basis(self) -> str:
        """Until when, and by which paper: `Berlaku s.d. 3 Desember 2026 (SPT 800/1/2026).`"""
        until, paper = self.mandate.until, self.mandate.paper
        words = _("Berlaku s.d. %(day)s") % {"day": long_date(until)} if until else _("Berlaku sampai diakhiri")
        return f"{words} ({paper})." if paper else f"{words}."

    @property
    def office_id(self) -> int:
        return self.mandate.acting_office_id

    @property
    def accompanies(self) -> bool:
        """Whether villages are served on the spot (PKB), whose list takes the place of the territory's page."""
        return (self.mandate.acts_for or self.mandate.office).role == Role.PKB

    @property
    def has_territory(self) -> bool:
        """Whether there is a territory's page to read; a partner agency has none."""
        return bool(scope_of(self.scope).paths)

    @property
    def oversees(self) -> bool:
        """Whether people and offices may be read (agency) or looked after (administrator)."""
        return bool(overseen(self.scope).paths)

    @property
    def administers(self) -> bool:
        return bool(administered(self.scope).paths)

    @property
    def scope(self) -> Mandates:
        """What `backend.access` is asked with."""
        return [self.mandate]


class OfficialRequest(HttpRequest):
    """A request of somebody who has logged in and acts by a mandate."""

    acting: Acting


View = Callable[..., HttpResponseBase]


def acting(view: View) -> View:
    """For those logged in with a mandate in force today; `request.acting` says which. Others are asked to choose."""

    @login_required
    @wraps(view)
    def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        held = mandates_of(request.user)
        mandate = chosen_of(held, request.session.get(CHOSEN))
        if mandate is None:
            return to_choosing(request)
        request.acting = Acting(mandate, len(held) - 1)
        with timezone.override(request.acting.region.zone):
            return view(request, *args, **kwargs)

    return inner


def to_choosing(request: HttpRequest) -> HttpResponseBase:
    """Leads to choosing a mandate, and from there back."""
    return redirect(f"{reverse('choose-mandate')}?{urlencode({'next': request.get_full_path()})}")


def has_to_choose(request: Any) -> bool:
    """Whether several mandates are held today and none of them is chosen."""
    held = mandates_of(request.user)
    return bool(held) and chosen_of(held, request.session.get(CHOSEN)) is None


def chosen_of(held: list[Mandate], chosen: int | None) -> Mandate | None:
    """The chosen one while it is held; the only one where there is no choice."""
    if len(held) == 1:
        return held[0]
    return next((mandate for mandate in held if mandate.pk == chosen), None)
