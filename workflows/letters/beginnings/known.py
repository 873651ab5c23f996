"""What Siklus knows about a file, in the words that letters use."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from workflows.core.clock import today
from workflows.core.models import File
from workflows.core.wording import long_date, number_in_words
from workflows.organisation.labels import with_labels
from workflows.organisation.models import Office, Region
from workflows.organisation.titles import title_of
from workflows.routes.planning import ancestors


@dataclass(frozen=True)
class Beginning:
    """A draft's subject, its `fields`, and who signs it (the office itself unless others are named)."""

    subject: str
    fields: dict[str, Any]
    parties: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Known:
    about: File
    office: Office

    @cached_property
    def day(self) -> date:
        return today(self.about.zone)

    def begun(self, subject: str, body: dict[str, Any], *, to: Iterable[str] = (), copies_to: Iterable[str] = (),
              parties: Sequence[dict[str, Any]] = (), **more: str) -> Beginning:  # fmt: skip
        """A beginning; addressees that nobody holds an office for are left out."""
        fields = {"to": [*filter(None, to)], "through": "", "copies_to": [*filter(None, copies_to)], "nature": "Biasa",
                  "enclosures": "-", "body": body} | more  # fmt: skip
        return Beginning(subject[:500], fields, [*parties] or [{"role": "", "office": self.office.pk}])

    def seat(self, role: str) -> Office | None:
        """The office of a role that serves the file's region, the nearest one."""
        found = Office.objects.active().filter(role=role, region__in=ancestors(self.about.region))
        return found.select_related("region").order_by("-region__path").first()

    def title(self, role: str) -> str:
        """How the head of that office is called today; "" when there is none."""
        office = self.seat(role)
        return title_of(office, self.day) if office else ""

    # --- the village of a proposal

    @property
    def village(self) -> str:
        """`Desa Contoh Satu`"""
        region: Any = with_labels(Region.objects.filter(pk=self.about.region_id)).get()
        return f"{region.label} {region.name}"

    @property
    def wanted(self) -> str:
        """What a proposal asks for."""
        return f"penetapan Kampung Keluarga Berkualitas {self.village}"

    @property
    def proposing_letter(self) -> str:
        """The letter of the village, where its number is known."""
        proposal = self.about.proposal
        if not proposal.letter_number:
            return f"usulan {self.wanted}"
        dated = f" tanggal {long_date(proposal.letter_on)}" if proposal.letter_on else ""
        return f"surat {self.title('village_head')} Nomor {proposal.letter_number}{dated} hal usulan {self.wanted}"

    # --- a decree

    @property
    def decree(self) -> str:
        """`Keputusan Bupati Contoh Raya tentang …`, with number and date once it bears them."""
        decree, issue = self.about.decree, self.about.decree.issue or {}
        issuer = title_of(decree.issuer, self.day)
        known = f" Nomor {issue['number']} tanggal {long_date(date.fromisoformat(issue['date']))}" if issue.get("number") else ""
        return f"Keputusan {issuer}{known} tentang {decree.subject}"

    @property
    def is_decided(self) -> bool:
        return self.about.decree.decided_on is not None

    @property
    def villages(self) -> str:
        """`136 (seratus tiga puluh enam) desa dan kelurahan`"""
        rows = self.about.decree.rows.filter(struck=False)
        regions: Any = with_labels(Region.objects.filter(kampung__decree_rows__in=rows))
        labels = Counter(region.label.lower() for region in regions)
        return f"{number_in_words(rows.count())} {' dan '.join(label for label, _n in labels.most_common())}"

    @property
    def annexes(self) -> int:
        """How many annexes the text that stands has."""
        snapshot = self.about.snapshot
        return len(snapshot.content["annexes"]) if snapshot else 0
