"""Every address with an id in it, visited by the regent of another regency: nothing of ours exists for him.

A new address must be added to `MADE` below, else the first test fails.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, reverse

from backend.accounts.keys import make_key
from backend.accounts.models import Key, Recovery, Scope
from backend.accounts.urls import urlpatterns as accounts
from backend.administration.imports.checking import take_in
from backend.administration.urls import urlpatterns as administration
from backend.api.urls import urlpatterns as api
from backend.coaching.urls import urlpatterns as coaching
from backend.contests.urls import urlpatterns as contests
from backend.evidence.urls import urlpatterns as histories
from backend.figures.urls import urlpatterns as figures
from backend.meetings.urls import urlpatterns as meetings
from backend.pages.urls import urlpatterns as pages
from backend.places.urls import urlpatterns as places
from backend.reports.urls import urlpatterns as reports
from backend.rounds.urls import urlpatterns as rounds
from backend.substitutes.urls import urlpatterns as substitutes
from backend.telling.urls import urlpatterns as telling
from documents.models import Document
from tests.backend.api.conftest import Api
from tests.evaluation_world import an_evaluation
from tests.ground import Ground, ground_of
from tests.letter_world import LetterWorld, build_letter_world
from tests.people import appointed, person
from tests.workflows.reports.figures import PROGRESS
from tests.world import BEGIN, region, upload
from worker.models import Delivery, Due, Gateway, Webhook
from worker.webhooks.posting import ping
from workflows.coaching.models import Event, Need, Plan, Visit
from workflows.coaching.needs import note_need
from workflows.coaching.planning import plan_coaching, plan_event, plan_series
from workflows.contests.drafting import start_competition, start_entry
from workflows.contests.models import Appeal, Competition, Entry, Juror, Ranking
from workflows.contests.rubric_drafting import draft_rubric
from workflows.contests.rubrics import load_rubrics
from workflows.core.door import perform
from workflows.core.models import JournalEntry, Outbox
from workflows.decrees.models import Decree, Effect, LegalBasis
from workflows.evaluations.models import Evaluation
from workflows.meetings.models import Rakor
from workflows.meetings.planning import plan_rakor
from workflows.meetings.sheets import keep_sheets
from workflows.organisation.models import Delegation, Office, Person, Region, Substitution
from workflows.organisation.offices import open_offices
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.routes.models import Assignment, PaperRecord, Remark, Route
from workflows.routes.publishing import draft_version
from workflows.signing.models import SigningRequest
from workflows.villages.drafting import unit_of
from workflows.villages.models import KampungKB

HUGE = 2**70
NOT_OURS = {404, 405}
OWN = {"account_reset_password_from_key", "invitation", "invitation-password", "openid_connect_login", "openid_connect_callback",
       "instrument", "rubric"}  # fmt: skip
"""Addresses whose parameters name nothing of anybody's."""


def with_ids(patterns: list[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if pattern.name and pattern.pattern.regex.groupindex and pattern.name not in OWN:
            yield pattern


PATTERNS = [
    *pages, *accounts, *administration, *places, *histories, *telling, *substitutes, *api,
    *reports, *coaching, *rounds, *meetings, *contests, *figures,
]  # fmt: skip
NAMES = sorted(str(pattern.name) for pattern in with_ids(PATTERNS))


ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground) -> LetterWorld:
    return ground()


@pytest.fixture
def stranger(world: LetterWorld) -> Person:
    """The regent of the neighbouring regency."""
    there = region(world.regency.parent, "regency", "kabupaten", "Contoh Seberang", "99.02")
    open_offices(there, date(2024, 3, 4))
    return appointed("seberang", Office.objects.get(role="regent", region=there)).person


def contest_of(world: LetterWorld, proposal: Any) -> dict[str, dict[str, Any]]:
    """An announced contest that asks for nothing, with one entry, a juror without a login and an objection; by address."""
    rubric = load_rubrics()[0]
    given = {"level": "regency", "year": 2024, "cutoff_on": BEGIN, "rubric": rubric, "needs": []}
    contest = start_competition(world.regency, world.by("hadi"), **given)
    perform(Competition.announce, contest, by=world.by("hadi"))
    entry = start_entry(contest, proposal.kampung, world.staff(0))
    perform(Entry.nominate, entry, by=world.staff(0))
    act = JournalEntry.objects.latest("pk")
    juror = Juror.objects.create(competition=contest, number=1, name="Contoh", paper="1", entry=act)
    appeal = Appeal.objects.create(file=contest.file, participant=entry, text="Contoh", filed_on=BEGIN)
    Ranking.objects.create(competition=contest, number=1, published={}, sha256="ab" * 32, locked_on=BEGIN, entry=act)
    of_contest = ["competition", "edit-competition", "eligibility", "nominate", "seat-jury", "judging", "chair-vote", "ranking",
                  "winners-decree", "api-contest", "api-contest-transitions", "api-contest-entries"]  # fmt: skip
    draft = {"pk": draft_rubric(world.by("hadi")).pk}
    return {
        "edit-rubric": draft, "discard-rubric": draft,
        **{name: {"pk": contest.pk} for name in of_contest},
        **{name: {"pk": entry.pk} for name in ("entry", "field-visit", "api-entry", "api-entry-transitions")},
        "competition-act": {"pk": contest.pk, "name": "cancel"}, "entry-act": {"pk": entry.pk, "name": "withdraw"},
        "score-sheet": {"pk": entry.pk, "juror": juror.pk}, "recuse": {"pk": entry.pk, "juror": juror.pk},
        "appeal": {"pk": appeal.pk}, "appeal-act": {"pk": appeal.pk, "name": "dismiss"},
    }  # fmt: skip


@pytest.fixture
def made(world: LetterWorld) -> dict[str, dict[str, Any]]:
    """For each name what its address needs: things of our regency, drafts and papers, tasks open and done."""
    decree, proposal = world.issued(villages=[1, 2]), world.handed_in()
    letter = world.minutes(proposal)
    world.issue(letter, world.staff(0))
    world.paper_made(letter)
    task, own_draft = world.open_task(letter, "sign_document"), world.decree_draft(villages=[])
    paper = Document.objects.create(
        file=decree.file,
        snapshot=decree.file.snapshot,
        kind="keputusan_bupati",
        template="x@1",
        form="draft",
        content={},
        content_sha256="",
        sha256="cd" * 32,
        size=1,
        pages=1,
        path="cd/x.pdf",
    )
    record = PaperRecord.objects.create(
        assignment=task,
        file=letter.file,
        act="sign",
        values={},
        reason="",
        on=date(2024, 3, 4),
        official=world.by("fitri"),
        scan=upload("kertas.pdf"),
        recorded_by=person("ani"),
    )
    handed_in = take_in("desa", world.regency, person("ani"), "a.csv", b"Kode;Nama desa\n99.01.01.2001;Contoh Satu\n")
    make_key(person("hadi"), "Contoh", Scope.READ, timedelta(days=1))
    key = Key.objects.get()
    passkey = Authenticator.objects.create(user=person("ani"), type="webauthn", data={"name": "Contoh", "credential": {}})
    evidence, here = proposal.file.evidence.get(), {"pk": decree.pk}
    told = Delivery.objects.create(
        outbox=Outbox.objects.filter(office__isnull=False).earliest("pk"), person=person("fitri"), channel="email", status="failed",
    )  # fmt: skip
    hook = Webhook.objects.create(name="Contoh", url="https://contoh.invalid/", region=world.regency, made_by=person("hadi"))
    row, office = decree.rows.get(order=1), world.office("regent")
    substitution = Substitution.objects.create(
        office=office, person=person("joko"), capacity="plh", since=date(2024, 3, 4), until=date(2024, 3, 8), paper="SPT 1",
        paper_on=date(2024, 3, 4), order=upload("spt.pdf"), prepared_by=person("citra"),
    )  # fmt: skip
    refused = Due.objects.create(
        kind="routes.Assignment.remind", object_id=task.pk, due_on=BEGIN, tried_on=BEGIN, problem="Contoh",
    )  # fmt: skip
    gateway = Gateway.objects.create(
        region=world.regency, channel="whatsapp", sealed="x", kind="jsons", shown="contoh.invalid", made_by=person("hadi"),
    )  # fmt: skip
    asked = Recovery.objects.create(person=person("fitri"), asked_by=person("hadi"), reason="Contoh")
    in_doubt = SigningRequest.objects.create(
        assignment=task, paper="ab" * 32, sha256="ab" * 32, request_id=uuid4(), signer="double", on=BEGIN,
        mandate=world.by("fitri"), at=datetime(2024, 3, 1, tzinfo=UTC),
    )  # fmt: skip
    delegation = Delegation.objects.create(giver=office, receiver=world.office("secretary"), paper="Contoh", since=BEGIN)
    basis = LegalBasis.objects.create(region=world.regency, title="Peraturan Contoh", rank=7, year=2020, number="1")
    route = draft_version(Route.objects.create(subject="proposal", region=world.regency, name="Alur Contoh"), [])
    event, plan, visit, need = coached(world)
    unsent, january, twice = reported(world, proposal.kampung)
    scan = unsent.enclosures.create(kind="scan", attachment=upload("laporan.pdf"))
    answered = an_evaluation(world, proposal.kampung)
    rakor = called(world)
    found: dict[str, dict[str, Any]] = {
        "round-act": {"pk": answered.round_id, "name": "close_answers"},
        "evaluation-section": {"pk": answered.pk, "key": "pokja"},
        "evaluation-photo": {"pk": answered.pk, "key": "pokja"},
        "detach-photo": {"pk": answered.pk, "photo": answered.photos.get().pk},
        "api-evaluation-photo": {"pk": answered.pk, "photo": answered.photos.get().pk},
        "evaluation-act": {"pk": answered.pk, "name": "submit"},
        "api-evaluation-remark": {"pk": answered.pk, "remark": remarked(answered).pk},
        "event-act": {"pk": event.pk, "name": "call_off"},
        "plan-act": {"pk": plan.pk, "name": "adopt"},
        "visit-act": {"pk": visit.pk, "name": "excuse"},
        "need-act": {"pk": need.pk, "name": "entrust"},
        "new-need": {"pk": need.kampung_id},
        "series": {"pk": event.series_id},
        "mfa_edit_webauthn": {"pk": passkey.pk},
        "mfa_remove_webauthn": {"pk": passkey.pk},
        "withdraw-key": {"pk": key.pk},
        "invite": {"pk": person("fitri").pk},
        "close-access": {"pk": person("fitri").pk, "how": "tutup"},
        "recorded": {"entry": JournalEntry.objects.latest("pk").pk, "task": task.pk},
        "recorded-all": {"entry": JournalEntry.objects.latest("pk").pk},
        "take-back": {"entry": JournalEntry.objects.latest("pk").pk},
        "read-notice": {"pk": 1},
        "act": {"pk": task.pk, "name": "sign"},
        "paper": {"pk": paper.pk},
        "paper-page": {"pk": paper.pk, "number": 1},
        "attachment": {"pk": evidence.attachment_id},
        "thumbnail": {"pk": evidence.attachment_id},
        "proposal-section": {"pk": proposal.pk, "slug": "gambaran"},
        "picture": {"pk": evidence.attachment_id},
        "api-attachment": {"pk": evidence.attachment_id},
        "roster": here | {"row": row.pk},
        "change-decree": here | {"how": "cabut"},
        "decree-act": here | {"name": "report"},
        "detach-evidence": {"pk": proposal.pk, "evidence": evidence.pk},
        "proposal-act": {"pk": proposal.pk, "name": "withdraw"},
        "new-letter": {"about": decree.pk, "kind": "nota_dinas"},
        "copies": here | {"kind": "salinan"},
        "letter-act": {"pk": letter.pk, "name": "cancel"},
        "set-up-step": {"step": "wilayah"},
        "new-import": {"kind": "desa"},
        "import-template": {"kind": "desa"},
        "end-mandate": {"pk": office.pk, "mandate": world.by("citra").pk},
        "new-person": {"office": office.pk},
        "stationery": {"kind": "jabatan", "pk": office.pk},
        "stationery-sample": {"kind": "wilayah", "pk": world.regency.pk},
        "region": {"pk": world.regency.pk},
        "overview": {"pk": world.regency.pk},
        "figures-of": {"pk": world.regency.pk},
        "process-log": {"pk": world.regency.pk},
        "fix-contact": {"pk": person("hadi").pk},
        "send-again": {"pk": told.pk},
        "deliveries-of-file": here,
        "new-report": {"pk": proposal.kampung_id, "code": "progress"},
        "report-section": {"pk": unsent.pk, "key": "groups"},
        "report-enclosures": {"pk": unsent.pk, "what": "pindaian"},
        "remove-enclosure": {"pk": unsent.pk, "enclosure": scan.pk},
        "merge-report": {"pk": twice.pk},
        "webhook": {"pk": hook.pk},
        "webhook-act": {"pk": hook.pk, "name": "uji"},
        "replay-post": {"pk": ping(hook).pk},
        "calendar-feed": {"token": "x" * 43},
        "task-calendar": {"pk": task.pk},
        "api-decree-row": here | {"order": 1},
        "api-document": {"sha256": paper.sha256},
        "rakor-act": {"pk": rakor.pk, "name": "open_meeting"},
        "api-seat-transitions": {"pk": rakor.seats.earliest("pk").pk},
        "api-sheet-transitions": {"pk": rakor.sheets.get().pk},
        "take-sheet-away": {"pk": rakor.pk, "sheet": rakor.sheets.get().pk},
        "api-motion-transitions": {"pk": rakor.motions.get().pk},
        "rakor-check-in": {"pk": rakor.pk, "code": rakor.code},
        "seat-answer": {"pk": rakor.pk, "seat": rakor.seats.earliest("pk").pk, "name": "answer_invitation"},
        "seat-act": {"pk": rakor.pk, "seat": rakor.seats.earliest("pk").pk, "name": "arrive"},
        "withdraw-motion": {"pk": rakor.pk, "motion": rakor.motions.get().pk},
        "api-record": {"pk": record.pk},
        "api-record-transitions": {"pk": record.pk},
        **contest_of(world, proposal),
    }
    for names, pk in (
        (["review", "put-off", "record-paper", "follow-up", "sign", "sign-check"], task.pk),
        (
            ["compare", "fix", "decree", "consolidated-decree", "revise", "signing", "conveyances", "conveyances-csv", "originals"],
            decree.pk,
        ),
        (
            ["full-history", "evidence"],
            decree.pk,
        ),
        (["edit-decree", "decree-rows", "decree-rows-workbook", "link-decree", "draft-paper"], own_draft.pk),
        (["proposal", "edit-proposal", "field-check"], proposal.pk),
        (["new-substitute", "succession", "stuck-tasks", "give-back"], office.pk),
        (["substitute", "confirm-substitute", "hand-back", "discard-substitute"], substitution.pk),
        (["letter", "edit-letter"], letter.pk),
        (["evaluation", "look-over-evaluation"], answered.pk),
        (["api-evaluation", "api-evaluation-transitions", "api-evaluation-photos"], answered.pk),
        (["round", "edit-round", "round-villages", "round-changed", "api-round"], answered.round_id),
        (["office", "appoint", "name-office", "set-register"], office.pk),
        (["route", "copy-route", "edit-route", "publish-route", "discard-route"], route.pk),
        (["retry-job", "give-up-job"], told.outbox_id),
        (["retry-due"], refused.pk),
        (["doubtful-signing", "ask-signer-again", "settle-signed", "settle-unsigned"], in_doubt.pk),
        (["delegations"], office.pk),
        (["end-delegation"], delegation.pk),
        (["recovery"], asked.pk),
        (["ask-recovery"], person("fitri").pk),
        (["try-gateway", "end-gateway"], gateway.pk),
        (["verify-basis", "end-basis"], basis.pk),
        (["person", "edit-person"], world.by("citra").person_id),
        (["import", "import-columns", "check-import", "apply-import", "undo-import", "import-errors"], handed_in.pk),
        (["village", "launch", "api-village", "api-village-transitions"], proposal.kampung_id),
        (["village-reports"], proposal.kampung_id),
        (["send-report", "api-report", "api-report-transitions"], unsent.pk),
        (["report", "correct-report"], january.pk),
        (["completeness", "report-year", "completeness-table", "remind-reports"], world.regency.pk),
        (["register", "register-csv", "register-pdf", "api-register-numbers"], office.series.get().pk),
        (["api-task", "api-task-transitions", "api-task-sign", "api-task-sign-check"], task.pk),
        (
            [
                "api-decree",
                "api-decree-rows",
                "api-decree-changes",
                "api-decree-consolidated",
                "api-decree-conveyances",
                "api-decree-originals",
                "api-decree-links",
                "api-decree-transitions",
                "api-decree-copies",
            ],
            decree.pk,
        ),
        (["event", "participants", "event-calendar", "api-event"], event.pk),
        (["plan"], plan.pk),
        (
            [
                "rakor", "edit-rakor", "rakor-calendar", "rakor-invitees", "rakor-attendance", "rakor-attendance-paper",
                "rakor-sheets",
                "rakor-guest", "rakor-code", "rakor-wall", "rakor-wall-now", "rakor-evaluations", "rakor-motions", "rakor-item",
                "api-rakor", "api-rakor-transitions", "api-rakor-motions", "api-rakor-seats",
                "api-rakor-sheets",
            ],
            rakor.pk,
        ),
        (["visit", "report-visit", "visit-photos"], visit.pk),
        (["need", "api-need"], need.pk),
        (["api-letter", "api-letter-transitions"], letter.pk),
        (["api-proposal", "api-proposal-evidence", "api-proposal-transitions"], proposal.pk),
    ):
        found |= {name: {"pk": pk} for name in names}
    return found


def coached(world: LetterWorld) -> tuple[Event, Plan, Visit, Need]:
    """What an agency plans and a village needs."""
    by, place = world.by("hadi"), world.district
    event = plan_event(by, kind="bimtek", title="Contoh", regions=[place], place="Aula", planned_on=BEGIN, stage=1,
                       series=plan_series(by, "Contoh"))  # fmt: skip
    plan = plan_coaching(by, title="Contoh", districts=[place], begins=BEGIN, months=1)
    perform(Plan.adopt, plan, by=by)
    need = note_need(unit_of(world.villages[0]), by, what="Contoh", aim="layanan")
    return event, plan, plan.visits.get(), need


def reported(world: LetterWorld, unit: KampungKB) -> list[Report]:
    """Fitri's draft about February, what she told of January, and what Gita keyed about that from paper."""
    made = []
    for login, month, reporter in (("fitri", 2, ""), ("fitri", 1, ""), ("gita", 1, "Contoh Kader")):
        by, on_paper = world.by(login), {"reported_by": reporter, "reported_on": "2024-02-01"} if reporter else {}
        report = start_report(unit, "progress", date(2024, month, 1), by, channel="paper" if reporter else "app")
        save_report(report, by, figures=PROGRESS, **on_paper)
        if month == 1:
            perform(Report.send, report, by=by)
        made.append(report)
    return made


def remarked(evaluation: Evaluation) -> Remark:
    """A remark on an evaluation, as a plain row."""
    file = evaluation.file
    task = Assignment.objects.create(file=file, kind="approve", office=file.office, region=file.region)
    return Remark.objects.create(assignment=task, text="Contoh", entry=JournalEntry.objects.latest("pk"))


def called(world: LetterWorld) -> Rakor:
    """A rakor of the agency that is held; the Camat and the village heads are invited, and something is decided."""
    by, invites = world.by("hadi"), [{"role": "camat"}, {"role": "village_head"}]
    rakor = plan_rakor(by, held_on=BEGIN, begins="08:30", place="Aula", chair=world.office("secretary").pk, invites=invites)
    for act in (Rakor.invite, Rakor.open_meeting):
        perform(act, rakor, by=by)
    perform(Rakor.resolve, rakor, by=by, values={"kind": "other", "text": "Contoh keputusan"})
    rakor.refresh_from_db()
    keep_sheets(rakor, by, [upload("daftar.jpg")])
    return rakor


def clients(who: Person) -> list[Client]:
    browser, machine = Client(), Api()
    browser.force_login(who)
    machine.force_login(who)
    return [browser, machine]


def looked_at(of: list[Client], url: str) -> set[int]:
    client = of[url.startswith("/api/")]
    return {client.get(url).status_code, client.post(url, {}).status_code}


def answers(of: list[Client], url: str) -> set[int]:
    client = of[url.startswith("/api/")]
    asked = [client.post(url, {"name": "x", "reason": "Contoh"})]
    if url.startswith("/api/"):
        asked += [client.patch(url, {}), client.delete(url)]
    return looked_at(of, url) | {answer.status_code for answer in asked}


def test_every_address_has_an_entry(made: dict[str, dict[str, Any]]) -> None:
    assert sorted(made) == NAMES


def test_whoever_is_foreign_finds_nothing_and_changes_nothing(
    made: dict[str, dict[str, Any]], stranger: Person
) -> None:
    before, of = counts(), clients(stranger)
    wrong = {
        name: found for name, given in made.items() if not (found := answers(of, reverse(name, kwargs=given))) <= NOT_OURS
    }
    assert wrong == {}
    assert counts() == before


@pytest.mark.nightly
def test_numbers_larger_than_any_id_find_nothing(made: dict[str, dict[str, Any]]) -> None:
    """Asked by one of ours, who sees much."""
    of = clients(person("hadi"))
    huge = {name: {key: HUGE if isinstance(value, int) else value for key, value in given.items()} for name, given in made.items()}
    wrong = {
        name: found
        for name, given in huge.items()
        if given != made[name] and not (found := looked_at(of, reverse(name, kwargs=given))) <= NOT_OURS
    }
    assert wrong == {}


def counts() -> list[int]:
    return [model.objects.count() for model in (Decree, Assignment, Effect, Region, JournalEntry, Document)]


ODD = ["²", "٣", "-1", "0", str(HUGE), "9" * 5000, "1.5", "a", "", "\x00", "1;2", "null"]


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("/cetak/", ["naskah", "rangkap", "kertas"]),
        ("/keputusan/{decree}/penyampaian/", ["rows", "conveyed_on", "channel", "version"]),
        ("/keputusan/{draft}/daftar/", ["remove", "village", "codes"]),
        ("/keputusan/{decree}/nomor-seri/", ["serial1", "version", "key"]),
        ("/keputusan/{decree}/perubahan/ubah/", ["take", "effective_on", "add", "name_1"]),
        ("/tugas/sekaligus/", ["tugas", "ya", "key", "catatan", "alasan-1", "alasan-x"]),
        ("/tugas/tanda-tangan/", ["tasks", "challenge", "password"]),
        ("/surat/{letter}/isian/", ["version", "parties-TOTAL_FORMS", "parties-0-office"]),
        ("/kop/jabatan/{office}/", ["since", "margin_top", "papers", "paper"]),
    ],
)
def test_odd_values_in_forms_are_answered_with_words(world: LetterWorld, url: str, names: list[str]) -> None:
    decree, letter = world.issued(villages=[1, 2]), world.minutes(world.handed_in())
    who = person("ani") if "surat" in url or "draft" in url else person("hadi")
    place = {
        "decree": decree.pk,
        "draft": world.decree_draft(villages=[]).pk,
        "letter": letter.pk,
        "office": world.office("agency").pk,
    }
    client = Client()
    client.force_login(who)
    by = world.staff(0) if "surat" in url else world.by(who.username, "agency")
    client.post("/penugasan/", {"mandate": by.pk, "next": "/"})
    for odd in ODD:
        answer = client.post(url.format(**place), dict.fromkeys(names, odd))
        assert answer.status_code in (200, 302, 404, 422), (odd, answer.status_code)


@pytest.mark.parametrize(
    "url",
    [
        "/?tab={odd}&jenis={odd}&tempat={odd}&lewat={odd}&sesudah={odd}&dijadwalkan={odd}",
        "/tugas/sekaligus/?berkas={odd}&jenis={odd}&tempat={odd}&lewat={odd}&pilih={odd}",
        "/tugas/segar/?sejak={odd}",
        "/cetak/?berkas={odd}&jenis={odd}&cari={odd}",
        "/surat/?tentang={odd}&jenis={odd}&sesudah={odd}",
        "/keputusan/?keadaan={odd}&sesudah={odd}",
        "/keputusan/{draft}/daftar/?kecamatan={odd}",
        "/register/{series}/?tahun={odd}&keadaan={odd}",
        "/kebutuhan/?keadaan={odd}&pemilik={odd}&kecamatan={odd}&sasaran={odd}&tenggat={odd}&desa={odd}&sesudah={odd}",
        "/pembinaan/kegiatan/?jenis={odd}&keadaan={odd}&kecamatan={odd}&sesudah={odd}",
        "/pembinaan/kegiatan/baru/?rangkaian={odd}&tahap={odd}",
        "/register/{series}/buku.pdf?tahun={odd}",
        "/keputusan/{decree}/konsolidasi/?tanggal={odd}&diketahui={odd}",
        "/keputusan/{decree}/penyampaian/?belum={odd}",
        "/kop/jabatan/{office}/?naskah={odd}",
        "/penugasan/?next={odd}",
    ],
)
def test_odd_values_in_addresses_narrow_nothing(world: LetterWorld, url: str) -> None:
    decree, client = world.issued(villages=[1, 2]), Client()
    client.force_login(person("ani"))
    client.post("/penugasan/", {"mandate": world.by("ani", "agency").pk, "next": "/"})
    place = {
        "decree": decree.pk,
        "draft": world.decree_draft(villages=[]).pk,
        "office": world.office("agency").pk,
        "series": world.office("regent").series.get().pk,
    }
    for odd in [*ODD, "0001-01-01", "9999-12-31", "0001-01-01T00:00", "9999-12-31T23:59"]:
        asked = url.format(**place, odd=odd.replace("\x00", "%00"))
        assert client.get(asked).status_code in (200, 302, 404), (asked[:80], odd)
