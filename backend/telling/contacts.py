"""Putting a person's addresses right; what stood there before is kept."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from worker.models import ByHand, Channel, Delivery, Status
from workflows.organisation.models import Person

FIELDS = {"phone": ByHand.What.PHONE, "email": ByHand.What.EMAIL}


@transaction.atomic
def put_right(person: Person, by: Person, wanted: dict[str, str]) -> list[str]:
    """Write the addresses that changed, and who changed them; returns their names."""
    changed = [name for name in FIELDS if wanted[name] != getattr(person, name)]
    ByHand.objects.bulk_create(
        ByHand(by=by, person=person, what=FIELDS[name], before=getattr(person, name)) for name in changed
    )
    for name in changed:
        setattr(person, name, wanted[name])
    if changed:
        person.save(update_fields=changed)
    return changed


def last_failure(person: Person) -> Delivery | None:
    """The newest message that a channel refused for good, unless the address was put right, or one got through, since."""
    later = Delivery.objects.filter(person=person, channel=OuterRef("channel"), status=Status.SENT, pk__gt=OuterRef("pk"))
    failed = Delivery.objects.filter(person=person, status=Status.FAILED).exclude(Exists(later)).order_by("-pk").first()
    if failed is None:
        return None
    what = ByHand.What.EMAIL if failed.channel == Channel.EMAIL else ByHand.What.PHONE
    put = ByHand.objects.filter(person=person, what=what, at__gt=failed.parked_at or failed.created_at)
    return None if put.exists() else failed
