"""The cast that every test knows: **Ani** drafts, **Budi** reviews, **Citra** signs, **Dedi** is Citra's Plh., **Eko** is
a stranger who must be refused. The others hold the offices that a route passes besides.
"""

from datetime import date

from workflows.organisation.models import Mandate, Office, Person

CAST = {
    "ani": "Contoh Ani",
    "budi": "Contoh Budi",
    "citra": "Contoh Citra",
    "dedi": "Contoh Dedi",
    "eko": "Contoh Eko",
    "fitri": "Contoh Fitri",
    "gita": "Contoh Gita",
    "hadi": "Contoh Hadi",
    "indra": "Contoh Indra",
    "joko": "Contoh Joko",
    "kartika": "Contoh Kartika",
}
"""Login → name. Fitri heads the village and Kartika is its secretary, Gita is its field officer, Hadi heads the agency,
Indra is the regency's secretary and Joko its assistant."""

IN_OFFICE_SINCE = date(2023, 1, 2)


def person(login: str) -> Person:
    return Person.objects.get_or_create(username=login, defaults={"name": CAST.get(login, f"Contoh {login.title()}")})[0]


def appointed(login: str, office: Office, capacity: str = "definitif", since: date = IN_OFFICE_SINCE, **more) -> Mandate:
    """A mandate for the person, written as a plain row."""
    return Mandate.objects.create(person=person(login), office=office, capacity=capacity, since=since, **more)
