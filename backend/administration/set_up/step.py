"""What a step of the first run is: a form that knows what it begins with, and what to write."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from backend.administration.models import SetUp
from backend.administration.recording import Recorder
from workflows.core.clock import today
from workflows.organisation.models import Mandate, Region
from workflows.organisation.offices import system_mandate

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Step(forms.Form):
    """`name` is in the address, `title` on the page; `save` may raise `BadValues` or `Refused`, and then nothing is kept."""

    do_not_call_in_templates = True
    name = ""
    title: "StrOrPromise" = ""
    help: "StrOrPromise" = ""
    template_name = "parts/fields.html"

    def __init__(self, data: Any, files: Any, *, set_up: SetUp):
        self.set_up = set_up
        super().__init__(data, files, initial=self.beginning())

    def beginning(self) -> dict[str, Any]:
        """What the form says before anybody typed: what is stored, else what is likely."""
        return {}

    def save(self) -> None:
        raise NotImplementedError

    def proof(self) -> list[tuple[str, list[str]]]:
        """What the step has brought about, as headings with lines."""
        return []

    @property
    def region(self) -> Region:
        """The district. Only the first step comes without."""
        assert self.set_up.region is not None
        return self.set_up.region

    @property
    def today(self) -> date:
        return today(self.region.zone)

    @property
    def by(self) -> Mandate:
        return system_mandate()

    @property
    def recorder(self) -> Recorder:
        return Recorder(None)
