"""*Cari* finds reports by form, month, village and the words of an activity, in one's own territory."""

import re
from datetime import date

import pytest

from backend.places.finding.reports import understood


@pytest.fixture
def told(designated, sent, units):
    """What the first village told by app: February, and a class for mothers."""
    sent("fitri")
    sent("fitri", form="activity", day=date(2024, 2, 17), title="Contoh kelas ibu balita")


def found(enter, words, login="fitri"):
    return [str(report) for report in enter(login).get("/cari/", {"q": words}).context["found"].reports]


@pytest.mark.parametrize("words", ["laporan bulanan Februari 2024", "Contoh Satu perkembangan", "Februari contoh satu 2024"])
def test_a_report_is_found_by_what_it_tells_of(enter, told, words):
    assert "Perkembangan bulanan Bangga Kencana, Februari 2024" in found(enter, words)


def test_an_activity_is_found_by_its_words(enter, told):
    page = enter("fitri").get("/cari/", {"q": "kelas balita"})
    [activity] = page.context["found"].reports
    [shown] = re.findall(rf'href="/laporan/{activity.pk}/">([^<]+)<', page.content.decode())
    assert shown == "Contoh kelas ibu balita, 17 Februari 2024"


def test_another_month_and_another_village_are_not(enter, told):
    assert found(enter, "laporan Maret 2024") == found(enter, "laporan contoh dua") == []
    assert found(enter, "bulanan Februari 2024", login="eko") == []


def test_the_words_of_a_question_are_taken_apart():
    asked = understood("laporan bulanan Contoh Satu Mei 2024")
    assert (asked.form, asked.month, asked.year, asked.rest) == ("progress", 5, 2024, "Contoh Satu")
