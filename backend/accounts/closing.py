"""Ending logins: of a telephone that was lost, of somebody who has left."""

from allauth.usersessions.models import UserSession

from workflows.organisation.models import Person


def end_logins(person: Person) -> None:
    """Every device and every key of the person, at once."""
    for session in UserSession.objects.filter(user=person):
        session.end()
    person.keys.withdraw()
