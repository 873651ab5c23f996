"""How models are shown in the admin: nothing is deleted, no state is set, and what is changed is written down."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django_fsm import FSMField
from unfold.admin import ModelAdmin

from backend.administration.recording import Recorder, plain

FACTS = {"state", "version"}


class Careful(ModelAdmin):
    """For what may be changed by hand: with old and new value in the history of the pages."""

    actions = None
    show_full_result_count = False
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = self.model._meta.fields
        return [*self.readonly_fields, *(f.name for f in fields if isinstance(f, FSMField) or f.name in FACTS)]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: Any, obj: Model, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        recorder = Recorder(request.user)
        if not change:
            recorder.made(obj)
            return
        for name in form.changed_data:
            recorder.note(obj, name, plain(form.initial.get(name)), plain(form.cleaned_data[name]))


class Fixed(Careful):
    """For what comes to be and changes through the one door, or by a page that proves more than a form can."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
