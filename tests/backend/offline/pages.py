"""Two sections and their photos that keep the contract of docs/decisions/0008-offline.md, for tests of the phone's side alone."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template import engines
from django.urls import include, path
from django.utils import timezone

import backend.urls

PAGE = """{% extends "base.html" %}{% block main %}<h1>Contoh evaluasi</h1><p data-progress>{{ progress }}</p>{% include "offline/prepare.html" %}
{% for number, section in sections %}<section class="panel">
<form method="post" action="/contoh/bagian/{{ number }}/" data-offline data-title="Bagian {{ number }}" id="bagian-{{ number }}">{% csrf_token %}
<input type="hidden" name="key" value="00000000-0000-4000-8000-00000000000{{ number }}"><input type="hidden" name="read" value="{{ section.version }}">
<h2>Bagian {{ number }}</h2>
<div class="field"><label for="jumlah-{{ number }}">Jumlah kegiatan {{ number }}</label><input id="jumlah-{{ number }}" name="jumlah" inputmode="numeric" value="{{ section.fields.jumlah }}"></div>
<div class="field"><fieldset><legend>Ada papan data {{ number }}?</legend>
{% for value, word in choices %}<label class="check"><input type="radio" name="papan" value="{{ value }}"{% if section.fields.papan == value %} checked{% endif %}><span>{{ word }}</span></label>{% endfor %}</fieldset></div>
<button class="main">Simpan</button></form>
<form method="post" enctype="multipart/form-data" action="/contoh/bagian/{{ number }}/foto/" data-offline-photo>{% csrf_token %}
<input type="hidden" name="key" value="plain-{{ number }}"><label for="foto-{{ number }}">Foto bagian {{ number }}</label><input type="file" id="foto-{{ number }}" name="file" accept="image/*" multiple><button>Unggah</button></form></section>{% endfor %}
<form method="post" data-after-queue>{% csrf_token %}<button>Ajukan</button></form>
{% endblock %}{% block scripts %}{% include "offline/scripts.html" %}{% endblock %}"""  # noqa: E501
CHOICES = [("ya", "Ada"), ("belum", "Belum ada")]


@dataclass
class Section:
    version: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    by: str = ""
    answered: dict[str, dict[str, Any]] = field(default_factory=dict)
    photos: dict[str, int] = field(default_factory=dict)
    tries: int = 0

    def write(self, by: str, **fields: str) -> dict[str, Any]:
        self.version, self.by, self.fields = self.version + 1, by, fields
        self.at = timezone.now().isoformat()
        return {"version": self.version, "saved_at": self.at, "progress": progress()}


SECTIONS: dict[int, Section] = {}


def progress() -> str:
    return f"{sum(bool(section.version) for section in SECTIONS.values())} dari {len(SECTIONS)} bagian lengkap"


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """`?ringkasan`: without the sections, as where one looks over what is handed in."""
    sections = [] if "ringkasan" in request.GET else list(SECTIONS.items())
    context = {"sections": sections, "choices": CHOICES, "progress": progress()}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


@login_required
def save(request: HttpRequest, number: int) -> HttpResponseBase:
    section, key = SECTIONS[number], request.POST["key"]
    section.tries += 1
    if key in section.answered:
        return JsonResponse(section.answered[key])
    if not request.POST["jumlah"].isdigit():
        return JsonResponse({"problems": {"jumlah": "Tulis dengan angka."}}, status=422)
    if int(request.POST["read"]) != section.version:
        told = {"theirs": section.fields, "by": section.by, "at": section.at, "version": section.version}
        return JsonResponse(told, status=409)
    fields = {name: request.POST.get(name, "") for name in ("jumlah", "papan")}
    section.answered[key] = section.write(request.user.get_username(), **fields)
    return JsonResponse(section.answered[key])


@login_required
def photo(request: HttpRequest, number: int) -> JsonResponse:
    """The number kept of each is its size in bytes as it arrived."""
    photos, key = SECTIONS[number].photos, request.POST["key"]
    photos.setdefault(key, request.FILES["file"].size or 0)
    return JsonResponse({"id": list(photos).index(key) + 1})


urlpatterns = [
    path("contoh/", page),
    path("contoh/bagian/<int:number>/", save),
    path("contoh/bagian/<int:number>/foto/", photo),
    path("", include(backend.urls)),
]
