"""The yearly report begins with counted figures, each with its denominator; the certificate with what the contest decided."""

from documents.problems import problems_of
from workflows.letters.content import preview_of
from workflows.letters.drafting import edit, start_letter
from workflows.organisation.models import Region


def test_a_report_begins_with_what_is_counted_on_its_day(world):
    this = world.round_at_rakor()
    letter = start_letter("laporan", this.file, world.by("hadi"))
    body = letter.fields["body"]
    assert body["coverage"] == [
        {"denominator": "desa", "total": 2, "designated": 2}, {"denominator": "kelurahan", "total": 1, "designated": 1},
        {"denominator": "desa dan kelurahan", "total": 3, "designated": 3},
    ]  # fmt: skip
    assert (body["undecided"], sum(one["now"] for one in body["classes"])) == (3, 0)
    assert len(body["villages"]) == 3
    Region.objects.filter(kind="kelurahan").update(kind="desa")
    alone = start_letter("laporan", this.file, world.by("hadi")).fields["body"]["coverage"]
    assert alone == [{"denominator": "desa", "total": 3, "designated": 3}]
    assert sorted(problems_of(preview_of(letter))) == ["body.conclusions ke-1", "body.suggestions ke-1"]


def test_rakors_are_told_by_their_days_whichever_was_planned_or_changed_last(world):
    this = world.round_at_rakor()
    last, _first, between = (world.rakor(this, held_on=f"2024-04-{day}") for day in (25, 11, 18))
    for rakor in (last, between):
        world.invite(rakor)
    _answers, *told = start_letter("laporan", this.file, world.by("hadi")).fields["body"]["activities"]
    assert [line.rpartition("tanggal ")[2] for line in told] == ["11 April 2024", "18 April 2024", "25 April 2024"]


def test_the_figures_of_a_report_are_not_the_drafters_to_change(world):
    letter = start_letter("laporan", world.round_at_rakor().file, world.by("hadi"))
    said = letter.fields["body"] | {"undecided": 0, "conclusions": ["Contoh."], "suggestions": ["Contoh."]}
    edit(letter, world.by("hadi"), body=said)
    assert letter.fields["body"]["undecided"] == 3
    assert problems_of(preview_of(letter)) == {}
