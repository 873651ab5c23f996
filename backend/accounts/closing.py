"""Ending logins: of a telephone that was lost, of somebody who has left."""

from allauth.usersessions.models import UserSession

from backend.administration.recording import Recorder
from workflows.organisation.models import Person


def end_logins(person: Person) -> int:
    """Every device and every key of the person, at once. Says how many there were."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions) + person.keys.withdraw()


def throw_out(person: Person, by: Person) -> None:
    """The same on another's word, who is on record for it."""
    Recorder(by).note(person, "logins", end_logins(person), 0)


def set_active(person: Person, by: Person, active: bool) -> None:
    """Close an account, which ends its logins, or open it again; on record with who did it."""
    Recorder(by).change(person, is_active=active)
    if not active:
        throw_out(person, by)
