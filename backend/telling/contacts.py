"""Whether a person's addresses are known to be wrong."""

from django.db.models import Exists, OuterRef

from backend.administration.models import Change
from worker.models import Channel, Delivery, Status
from workflows.organisation.models import Person

FIELDS = {Channel.EMAIL: "email", Channel.WHATSAPP: "phone"}


def last_failure(person: Person) -> Delivery | None:
    """The newest message that a channel refused for good, unless the address was put right, or one got through, since."""
    later = Delivery.objects.filter(person=person, channel=OuterRef("channel"), status=Status.SENT, pk__gt=OuterRef("pk"))
    failed = Delivery.objects.filter(person=person, status=Status.FAILED).exclude(Exists(later)).order_by("-pk").first()
    if failed is None:
        return None
    field, since = FIELDS.get(Channel(failed.channel), ""), failed.parked_at or failed.created_at
    put_right = Change.objects.filter(model=Person._meta.label_lower, object_id=person.pk, field=field, at__gt=since)
    return None if put_right.exists() else failed
