"""Django's admin: every page opens, no state is set there, nothing is deleted, and only superusers with two factors come in."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, RequestFactory
from django.urls import reverse
from django_fsm import FSMField

from backend.administration.models import Change
from backend.administration.superusers.shown import BY_HAND, site
from tests.people import person
from workflows.organisation.models import Person, RegionName
from workflows.signing.models import SigningIdentity

REGISTERED = sorted(site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def browser(world):
    Person.objects.create_superuser("contoh-server", password="x", name="Contoh Server")
    client = Client()
    client.force_login(person("contoh-server"))
    return client


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def test_every_page_opens(browser, world):
    world.handed_in()
    wrong = []
    for model in REGISTERED:
        pages = [address(model, "changelist"), *([address(model, "add")] if model in BY_HAND else [])]
        if row := model.objects.first():
            pages.append(address(model, "change", row.pk))
        wrong += [page for page in pages if browser.get(page).status_code != 200]
    assert wrong == []


def test_no_state_is_set_and_nothing_is_deleted(browser):
    request = RequestFactory().get("/admin/")
    request.user = person("contoh-server")
    for model in REGISTERED:
        shown = site._registry[model]
        states = {field.name for field in model._meta.fields if isinstance(field, FSMField)}
        assert states <= set(shown.get_readonly_fields(request))
        assert not (states and shown.has_change_permission(request))
        assert not shown.has_delete_permission(request)
        assert shown.actions is None


def test_what_is_put_right_is_written_down_with_its_old_value(browser):
    name = RegionName.objects.earliest("pk")
    data = {field.name: field.value_from_object(name) or "" for field in RegionName._meta.fields if field.name != "id"}
    answer = browser.post(address(RegionName, "change", name.pk), data | {"name": "Contoh Benar"})
    assert answer.status_code == 302
    change = Change.objects.get(model="organisation.regionname", object_id=name.pk)
    assert (change.field, change.old, change.new, change.person) == ("name", name.name, "Contoh Benar", person("contoh-server"))


def test_passwords_and_sealed_numbers_are_not_shown(browser):
    assert SigningIdentity not in REGISTERED
    who = person("contoh-server")
    assert who.password not in browser.get(address(Person, "change", who.pk)).content.decode()


def test_only_the_admin_has_the_looser_policy(browser):
    policy = browser.get("/admin/")["Content-Security-Policy"]
    assert "'unsafe-eval'" in policy
    assert "script-src 'self' 'unsafe-eval'" in policy
    assert "'unsafe-eval'" not in browser.get("/masuk/")["Content-Security-Policy"]


def test_whoever_is_no_staff_finds_nothing_and_strangers_log_in_as_everywhere(world, browser):
    lia = Client()
    lia.force_login(person("lia"))
    assert lia.get("/admin/", follow=True).status_code == 404
    assert Client().get("/admin/", follow=True).redirect_chain[-1][0].startswith("/masuk/")


def test_a_second_factor_is_required(browser, settings):
    settings.SECOND_FACTOR = "required"
    assert browser.get("/admin/").status_code == 302
    Authenticator.objects.create(user=person("contoh-server"), type="totp", data={})
    assert browser.get("/admin/").status_code == 200
