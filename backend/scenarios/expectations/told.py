"""Who was told what, by which channel."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from django.db.models import Q

from worker.models import Delivery
from worker.topics import TOPICS

from ..meanings import Known, OneOf, Person
from ..reading import Part

if TYPE_CHECKING:
    from ..stage import Stage


@dataclass
class Told(Part):
    """A person was told (`times`; otherwise at least once), by `channel`, about a `file`, of a `topic`, in `words`."""

    told: Person
    file: Known = ""
    topic: Annotated[str, OneOf(TOPICS)] = ""
    channel: str = "app"
    status: str = ""
    words: str = ""
    times: int | None = None

    def wrong(self, stage: "Stage") -> Iterator[str]:
        found = Delivery.objects.filter(person=stage.person(self.told), channel=self.channel)
        if self.file:
            found = found.filter(outbox__entry__subjects__file_id=stage.file(self.file).pk)
        if self.topic:
            found = found.filter(outbox__topic=self.topic)
        if self.status:
            found = found.filter(status=self.status)
        if self.words:
            found = found.filter(Q(subject__icontains=self.words) | Q(text__icontains=self.words))
        n = found.distinct().count()
        if n != self.times and (self.times is not None or not n):
            yield f"{self.told} was told {n} times, expected {'at least once' if self.times is None else self.times}"
