"""What a village answers about itself, and what is said of what is missing or wrong."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from tests.evaluation_world import ANSWERS, photo
from tests.world import upload
from workflows.core.door import perform, problems
from workflows.core.errors import BadValues, Refused
from workflows.evaluations.drafting import SectionChanged, attach_photo, detach_photo, save_answers, save_section
from workflows.evaluations.models import Evaluation, EvidencePhoto, Questionnaire, SavedSection
from workflows.evaluations.questionnaire import read_questionnaire
from workflows.evaluations.shipped import QUESTIONNAIRES, content_of, load_questionnaires

pytestmark = pytest.mark.usefixtures("year")


def words(world, evaluation):
    return {p.rule: p.words for p in problems(Evaluation.submit, evaluation, by=world.staff(0))}


def test_answers_are_added_to_those_given_and_taken_back_by_null(world):
    evaluation = world.evaluation()
    save_answers(evaluation, world.staff(0), {"pokja": {"meets": True, "meetings": 3}})
    save_answers(evaluation, world.staff(0), {"pokja": {"meetings": None}, "planning": {"work_plan": False}})
    assert world.evaluation().answers == {"pokja": {"meets": True}, "planning": {"work_plan": False}}


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"weather": {}}, "weather"),
        ({"pokja": []}, "pokja"),
        ({"pokja": {"score": 4}}, "pokja.score"),
        ({"pokja": {"meets": "ya"}}, "pokja.meets"),
        ({"pokja": {"meetings": True}}, "pokja.meetings"),
        ({"pokja": {"meetings": -1}}, "pokja.meetings"),
        ({"facilities": {"largest_fund": "csr"}}, "facilities.largest_fund"),
        ({"facilities": {"largest_fund": ["apbn"]}}, "facilities.largest_fund"),
        ({"activities": {"best": "x" * 2001}}, "activities.best"),
        ("ya", "answers"),
    ],
)
def test_a_wrong_answer_is_named(world, answers, field):
    with pytest.raises(BadValues) as bad:
        save_answers(world.evaluation(), world.staff(0), answers)
    assert list(bad.value.fields) == [field]
    assert world.evaluation().answers == {}


def test_what_only_desa_get_is_no_answer_of_a_kelurahan(world):
    desa, kelurahan = world.evaluation(0), world.evaluation(2)
    assert [one.kampung.region.kind for one in (desa, kelurahan)] == ["desa", "kelurahan"]
    save_answers(desa, world.staff(0), {"facilities": {"largest_fund": "dana_desa"}})
    with pytest.raises(BadValues) as bad:
        save_answers(kelurahan, world.staff(2), {"facilities": {"largest_fund": "dana_desa"}})
    assert bad.value.fields == {"facilities.largest_fund": "Pilih salah satu: apbd, apbn, other, none."}


def test_only_the_village_answers(world):
    for by in (world.staff(1), world.by("gita"), world.by("hadi")):
        with pytest.raises(Refused):
            save_answers(world.evaluation(), by, ANSWERS)


def test_all_that_is_missing_is_named_by_its_section(world):
    evaluation = world.evaluation()
    answers = ANSWERS | {"needs": {"hardest": " ", "needed_next": "Contoh."}}
    save_answers(evaluation, world.staff(0), answers)
    assert words(world, evaluation)["answers_complete"] == (
        "Evaluasi belum lengkap: Pokja: foto bukti (0 dari 1); Sarana dan dana: foto bukti (0 dari 1); "
        "Kegiatan: foto bukti (0 dari 2); Kendala dan kebutuhan: Kendala terbesar."
    )


def test_what_is_complete_may_be_handed_in(world):
    assert words(world, world.answered()) == {}


def test_each_saving_of_a_section_counts_and_stays(world):
    evaluation, by = world.evaluation(), world.staff(0)
    first = save_section(evaluation, by, "pokja", {"meets": True}, read=0)
    second = save_section(evaluation, by, "pokja", {"meetings": 3}, read=1)
    other = save_section(evaluation, by, "needs", {"hardest": "Contoh"}, read=0)
    assert [saved.version for saved in (first, second, other)] == [1, 2, 1]
    with pytest.raises(DatabaseError), transaction.atomic():
        SavedSection.objects.all().delete()


def test_what_another_read_less_of_is_not_written(world):
    evaluation, by = world.evaluation(), world.staff(0)
    save_section(evaluation, by, "pokja", {"meets": True}, read=0)
    with pytest.raises(SectionChanged) as changed:
        save_section(evaluation, by, "pokja", {"meets": False}, read=0, key="k")
    assert (changed.value.answers, changed.value.saved.person) == ({"meets": True}, by.person)
    assert world.evaluation().answers == {"pokja": {"meets": True}}


def test_a_section_takes_so_many_photos(world, monkeypatch):
    monkeypatch.setattr("workflows.evaluations.drafting.MOST_PHOTOS", 2)
    evaluation, by = world.evaluation(), world.staff(0)
    kept = [attach_photo(evaluation, by, "pokja", photo(f"{n}.jpg"), key=f"k{n}") for n in range(2)]
    assert attach_photo(evaluation, by, "pokja", photo("lain.jpg"), key="k0") == kept[0]
    with pytest.raises(BadValues):
        attach_photo(evaluation, by, "pokja", photo("lain.jpg"))


def test_a_photo_stands_beside_its_section(world):
    evaluation, by = world.evaluation(), world.staff(0)
    picture = photo("rapat.jpg")
    kept = attach_photo(evaluation, by, "pokja", picture, "Rapat Contoh")
    assert attach_photo(evaluation, by, "pokja", picture) == kept
    detach_photo(kept, by)
    assert not EvidencePhoto.objects.exists()


@pytest.mark.parametrize(("section", "field"), [("pokja", "file"), ("weather", "section")])
def test_a_paper_is_no_photo_and_a_photo_needs_a_section(world, section, field):
    with pytest.raises(BadValues) as bad:
        attach_photo(world.evaluation(), world.staff(0), section, upload("surat.pdf"))
    assert list(bad.value.fields) == [field]


def test_what_was_handed_in_is_not_edited(world):
    evaluation = world.answered()
    perform(Evaluation.submit, evaluation, by=world.staff(0))
    with pytest.raises(Refused):
        save_answers(evaluation, world.staff(0), {"pokja": {"meets": False}})


# --- questionnaires


def test_the_shipped_questionnaire_is_published_once():
    assert load_questionnaires() == []
    assert str(Questionnaire.objects.get()) == "self_evaluation_2024 v1"


def test_choices_keep_the_order_of_the_file_in_the_database():
    questions = Questionnaire.objects.get().questions
    fund = questions.section("facilities").question("largest_fund")
    assert list(fund.choices) == ["dana_desa", "apbd", "apbn", "other", "none"]


def shipped(**changed):
    [path] = QUESTIONNAIRES.glob("*.yaml")
    return content_of(path) | changed


MEETS = {"key": "meets", "label": "?", "kind": "yes_no"}
FUND = {"key": "fund", "label": "?", "kind": "choice", "choices": [{"apbd": "APBD"}, {"none": "tidak ada"}]}
SECTION: dict[str, Any] = {"key": "pokja", "label": "Pokja", "questions": [MEETS]}


@pytest.mark.parametrize(
    ("sections", "field"),
    [
        ([SECTION, SECTION], "pokja"),
        ([SECTION | {"key": "outcome"}], "outcome"),
        ([SECTION | {"questions": [MEETS, MEETS]}], "pokja.meets"),
        ([SECTION | {"questions": [{"key": "x", "label": "?", "kind": "score"}]}], "questionnaire"),
        ([SECTION | {"questions": [FUND | {"only_for": {"add": ["desa"]}}]}], "pokja.fund"),
        ([SECTION | {"questions": [FUND | {"only_for": {"apbd": ["dusun"]}}]}], "pokja.fund"),
        ([{"key": "pokja"}], "questionnaire"),
        (None, "questionnaire"),
    ],
)
def test_an_unsound_questionnaire_is_refused_in_words(sections, field):
    with pytest.raises(BadValues) as bad:
        read_questionnaire(shipped(sections=sections))
    assert field in bad.value.fields
