"""The table kind × check of documents.md 6: what is checked, what is not and why, and which test knows it instead."""

from dataclasses import dataclass

from tests.documents.checklist.kinds import (
    CERTIFICATE,
    CHANGES,
    CONTROL_SHEET,
    COPY,
    CORRECTION,
    COVERING,
    DECREES,
    EVERY,
    EXCERPT,
    INTERNAL,
    INVITATION,
    ISSUED_LETTERS,
    LETTERS,
    MINUTES,
    NOTES,
    PRODUK_HUKUM,
    PROSE,
    RECOMMENDATION,
    RECORD,
    REGENT,
    REGISTERS,
    REPORT,
    VILLAGE,
    Kinds,
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """Checked on the paper; or why not; and the test of what no paper tells, as `file::test`."""

    checked: bool = True
    why: str = ""
    test: str = ""


HERE = Entry()


def none(why: str) -> Entry:
    """Not applicable."""
    return Entry(checked=False, why=why)


def elsewhere(test: str, why: str = "") -> Entry:
    """Only another test can know it."""
    return Entry(checked=False, why=why, test=test)


def also(test: str) -> Entry:
    """Half of it stands on the paper, half is known to another test."""
    return Entry(test=test)


NO_DECREE = none("a letter or a register is no decree: it considers, decides and orders nothing")
NO_ANNEX = none("letters and registers have no lampiran; enclosures are named in the head")
ROW_IN_TEXT = none("an excerpt shows its row in the text, without lampiran")
SLIPS_ONLY = none("a correction has sentences and a table of slips, no considerations and no diktum")
SHORTENED = none("an excerpt shortens it to dst.")
BY_ITS_ORIGINAL = none("a copy is checked for being its original's text (53)")
ORIGINAL = none("an original, no copy")
NOT_NUMBERED = none("an internal sheet or a list of who came: no number, no date of its own")
SEVERAL = MINUTES | NOTES | RECORD
REGISTER = none("a register carries no number and no date of its own")
OF_LETTERS = "tests/documents/test_naskah_dinas.py::test_number_date_and_name_as_the_form_has_them"
CLOSED_BY = "tests/workflows/decrees/test_books.py::test_a_year_that_is_over_is_closed_by_who_held_the_office_then"
CALLED = "tests/workflows/organisation/test_titles.py::test_a_village_is_called_by_its_name_on_the_date"
SIGNED = "tests/worker/signing/test_flow.py::test_the_signed_paper_is_the_final_one_with_more_behind_it"

TABLE: dict[int, dict[Kinds, Entry]] = {
    1: {EVERY: HERE},
    2: {EVERY: HERE},
    3: {EVERY - CERTIFICATE: HERE, CERTIFICATE: none("a certificate is set in sizes of its own")},
    4: {EVERY: HERE},
    5: {EVERY: HERE},
    6: {EVERY: HERE},
    7: {EVERY: HERE},
    8: {EVERY: HERE},
    9: {EVERY - CONTROL_SHEET: HERE, CONTROL_SHEET: NOT_NUMBERED},
    10: {
        EVERY - INTERNAL - SEVERAL - REGISTERS - CERTIFICATE: HERE,
        INTERNAL: NOT_NUMBERED,
        SEVERAL | REGISTERS: none("several sign, in columns over the whole width"),
        CERTIFICATE: none("a certificate is signed in its middle"),
    },
    11: {
        PRODUK_HUKUM | ISSUED_LETTERS: also(
            "tests/backend/public/test_check_page.py::test_a_decree_in_force_shows_its_facts_and_its_very_bytes"
        ),
        INTERNAL: NOT_NUMBERED,
        REGISTERS: none("a book is closed in ink"),
    },
    12: {EVERY: HERE},
    13: {EVERY: HERE},
    14: {EVERY: elsewhere("tests/documents/test_same_bytes.py::test_two_processes_print_the_same_bytes")},
    15: {EVERY: HERE},
    16: {EVERY: HERE},
    17: {
        PRODUK_HUKUM: HERE,
        LETTERS: elsewhere("tests/documents/test_naskah_dinas.py::test_the_kop_opens_the_letter"),
        REGISTERS: none("a book is headed by its name, office and year"),
    },
    18: {PRODUK_HUKUM: HERE, LETTERS | REGISTERS: none("titled by what kind of paper it is; the subject is a sentence")},
    19: {EVERY: HERE},
    20: {PRODUK_HUKUM - CORRECTION: HERE, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    21: {PRODUK_HUKUM - CORRECTION: HERE, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    **{
        number: {DECREES | COPY: HERE, EXCERPT: SHORTENED, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE}
        for number in (22, 23, 24, 25, 27)
    },
    26: {EVERY: HERE},
    28: {PRODUK_HUKUM - CORRECTION: HERE, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    29: {PRODUK_HUKUM - CORRECTION: HERE, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    30: {DECREES | COPY: HERE, EXCERPT: SHORTENED, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    31: {PRODUK_HUKUM - CORRECTION: HERE, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    32: {EVERY - CORRECTION - LETTERS - REGISTERS: HERE, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    33: {DECREES | COPY: HERE, EXCERPT: ROW_IN_TEXT, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    34: {EVERY: HERE},
    35: {DECREES | COPY: HERE, EXCERPT: SHORTENED, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    36: {
        REGENT | VILLAGE | COPY: HERE,
        CHANGES: none("a change brings no cost of its own"),
        EXCERPT: SHORTENED, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE,
    },
    37: {DECREES | COPY: HERE, EXCERPT: SHORTENED, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE},
    38: {
        REGENT | COPY: also("tests/documents/test_kinds.py::test_a_kind_is_whole_and_its_sample_names_it"),
        VILLAGE: none("a village's decree forms one Kampung KB and lists no villages"),
        CHANGES: none("KESATU names the decree that is changed, not a number of villages"),
        EXCERPT: none("one row of the list, without JUMLAH (54)"), CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_DECREE,
    },
    39: {PRODUK_HUKUM: HERE, ISSUED_LETTERS: elsewhere(OF_LETTERS), INTERNAL: NOT_NUMBERED, REGISTERS: REGISTER},
    40: {
        PRODUK_HUKUM: also("tests/workflows/decrees/test_typed_numbers.py::test_numbers_and_dates_go_up_together"),
        ISSUED_LETTERS: also("tests/workflows/letters/test_numbers.py::test_several_letters_in_one_act_count_on"),
        INTERNAL: NOT_NUMBERED, REGISTERS: REGISTER,
    },
    41: {
        PRODUK_HUKUM: HERE,
        ISSUED_LETTERS: none("letters give the name with its titles, and may add rank and NIP"),
        INTERNAL: NOT_NUMBERED,
        REGISTERS: none("whoever closes a book signs as in letters"),
    },
    42: {
        PRODUK_HUKUM | ISSUED_LETTERS - NOTES - RECORD: also(
            "tests/workflows/organisation/test_mandates.py::test_signature_lines_by_capacity"
        ),
        NOTES | RECORD: none("they are closed by the columns of a berita acara, which are checked there"),
        INTERNAL: NOT_NUMBERED,
        REGISTERS: elsewhere(CLOSED_BY),
    },
    43: {
        PRODUK_HUKUM | ISSUED_LETTERS: elsewhere(
            "tests/workflows/decrees/test_ink.py::test_a_day_when_nobody_held_the_office_is_refused"
        ),
        INTERNAL: NOT_NUMBERED,
        REGISTERS: elsewhere(CLOSED_BY),
    },
    44: {EVERY: HERE},
    45: {EVERY: HERE},
    46: {
        PRODUK_HUKUM: also("tests/workflows/decrees/test_typed_numbers.py::test_a_number_is_not_used_twice"),
        ISSUED_LETTERS: also("tests/workflows/letters/test_numbers.py::test_two_letters_issued_at_once_get_two_numbers"),
        INTERNAL: NOT_NUMBERED, REGISTERS: REGISTER,
    },
    **{
        number: {DECREES | COPY: HERE, EXCERPT: ROW_IN_TEXT, CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_ANNEX}
        for number in (47, 48, 52)
    },
    49: {
        PRODUK_HUKUM | COVERING | RECOMMENDATION | INTERNAL | REGISTERS | INVITATION | NOTES | RECORD: HERE,
        REPORT: elsewhere("tests/documents/test_papers_of_the_year.py::test_the_head_of_a_reports_annex_stands_on_every_page"),
        MINUTES | PROSE | CERTIFICATE: none("it has no table"),
    },
    50: {
        REGENT | CHANGES | COPY: also(CALLED),
        VILLAGE: none("its lampiran lists people, not villages"),
        EXCERPT: none("one row of the list (54)"), CORRECTION: SLIPS_ONLY, LETTERS | REGISTERS: NO_ANNEX,
    },
    51: {
        VILLAGE: also("tests/workflows/decrees/test_rosters_of_a_decree.py::test_nobody_has_one_post_twice"),
        PRODUK_HUKUM - VILLAGE: none("this sample lists no Pokja; the table of a roster is the same in every decree"),
        LETTERS | REGISTERS: NO_ANNEX,
    },
    53: {COPY: HERE, EVERY - COPY: ORIGINAL},
    54: {EXCERPT: HERE, EVERY - EXCERPT: ORIGINAL},
    55: {MINUTES | RECORD: HERE, EVERY - MINUTES - RECORD: none("it spells no day")},
    56: {INVITATION: HERE, EVERY - INVITATION: none("it invites nobody")},
    57: {COVERING: HERE, EVERY - COVERING: none("it forwards nothing")},
    58: {
        PRODUK_HUKUM | ISSUED_LETTERS: elsewhere(SIGNED),
        INTERNAL: NOT_NUMBERED,
        REGISTERS: none("a book is closed in ink"),
    },
    59: {
        PRODUK_HUKUM | ISSUED_LETTERS: elsewhere(
            "tests/workflows/decrees/test_whole_way.py::test_the_date_is_that_of_the_decision_not_of_the_signature",
            "another year needs a reason on record; a district's tolerance in days is not built",
        ),
        INTERNAL: NOT_NUMBERED,
        REGISTERS: none("a book is closed in ink"),
    },
    60: {EVERY: HERE},
}  # fmt: skip


def entry_of(number: int, template: str) -> Entry:
    """What the table says; KeyError where it says nothing, ValueError where it says two things."""
    (found,) = [entry for kinds, entry in TABLE[number].items() if template in kinds]
    return found
