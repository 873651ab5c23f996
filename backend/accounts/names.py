"""Who is meant by what somebody types to log in."""

from workflows.organisation.models import Person
from workflows.organisation.phones import subscriber, subscriber_of


def username_for(typed: str) -> str:
    """The user name of the one active person with this telephone number; what is no such number is a name itself."""
    number = subscriber(typed)
    if not number or Person.objects.filter(username=typed).exists():
        return typed
    found = Person.objects.annotate(number=subscriber_of("phone")).filter(number=number, is_active=True)
    names = list(found.values_list("username", flat=True)[:2])
    return names[0] if len(names) == 1 else typed
