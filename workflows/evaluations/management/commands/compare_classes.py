from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows.evaluations.computing import Difference, differences
from workflows.evaluations.content import with_its_round
from workflows.evaluations.models import Round


class Command(BaseCommand):
    help = "Computes the evaluations of a year again and names what differs from what was frozen. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument("--region", help="Kemendagri code of one regency; none: all")

    def handle(self, *, year: int, region: str | None, **options: object) -> None:
        rounds = Round.objects.filter(year=year).order_by("pk")
        if region:
            rounds = rounds.filter(region__codes__code=region, region__codes__until=None)
        if found := sum(self.compare(this) for this in rounds):
            raise CommandError(_("%(n)d evaluasi berbeda dari yang dibekukan.") % {"n": found})
        self.stdout.write(_("Semua sama dengan yang dibekukan."))

    def compare(self, this: Round) -> int:
        """How many of one round differ."""
        found = differences(with_its_round().select_related("file").filter(round=this).order_by("pk"))
        for difference in found:
            self.stdout.write(line(difference))
        return len(found)


def line(difference: Difference) -> str:
    """`Evaluasi 2024 …: berkembang → berkelanjutan; iud 5 → 9`"""
    changes = [f"{difference.before or '-'} → {difference.now or '-'}"]
    changes += [f"{name} {before} → {now}" for name, (before, now) in difference.facts.items()]
    return f"{difference.evaluation.file.title}: {'; '.join(changes)}"
