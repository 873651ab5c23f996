"""What every decree on paper must pass: checks on what a reader of the PDF sees, numbered as in docs/documents.md."""

import re
from collections.abc import Callable

from documents.content import Content
from documents.forms import Form
from tests.documents.reading import MM, Line, Page, Reading
from workflows.core.wording import MONTHS, diktum, words

Check = Callable[[Reading, Content, Form], None]
CHECKS: dict[str, Check] = {}
LABELS = ("Menimbang", "Mengingat", "Memperhatikan", "Menetapkan")
MARGIN = 25 * MM


def check(name: str) -> Callable[[Check], Check]:
    def register(function: Check) -> Check:
        CHECKS[name] = function
        return function

    return register


@check("01 every page is F4")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert {(round(page.width), round(page.height)) for page in paper.pages} == {(609, 935)}


@check("02 only our font, embedded")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert paper.fonts <= {"TeX-Gyre-Bonum", "TeX-Gyre-Bonum-Bold"}
    assert "TeX-Gyre-Bonum" in paper.fonts


@check("03 text in 12 points, tables in 10")
def _(paper: Reading, content: Content, form: Form) -> None:
    in_margins = {8.0, 9.0, 67.7}  # draft line; example, table heads and the note where a signature would be; watermark
    for number, page in enumerate(paper.pages):
        table = {10.0} if any(line.words[0].text == "NO" for line in page.lines) else set()
        assert paper.sizes(number) - in_margins - table == {12.0}


@check("04 nothing outside the margins")
def _(paper: Reading, content: Content, form: Form) -> None:
    for page in paper.pages:
        for line in page.lines:
            assert line.x0 > MARGIN - 1, line
            assert line.x1 < page.width - MARGIN + 1, line
            assert MARGIN - 4 < line.y0 < page.height - MARGIN, line


@check("05 06 page numbers from 2 on, centred, through the annexes")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert not [line for line in paper.pages[0].all_lines if re.fullmatch(r"- \d+ -", line.text)]
    for order, page in enumerate(paper.pages[1:], start=2):
        (number,) = [line for line in page.all_lines if re.fullmatch(r"- \d+ -", line.text)]
        assert number.text == f"- {order} -"
        assert abs(number.middle - page.width / 2) < 2 * MM
        assert number.y0 < MARGIN


@check("08 16 no page with fewer than three lines")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert all(len(page.lines) >= 3 for page in paper.pages)


@check("09 the closing block has company")
def _(paper: Reading, content: Content, form: Form) -> None:
    page, at = _find(paper, "Ditetapkan di ")
    before = [line for line in page.lines if line.y0 < at.y0]
    last = next(order for order in range(len(before) - 1, -1, -1) if _starts_item(before[order]))
    assert len(before) - last >= 2 or last >= 1, "one lonely line above the signature"


@check("10 signature in the right half")
def _(paper: Reading, content: Content, form: Form) -> None:
    office = f"{_signing_office(content, form)},"
    lines = [(page, line) for page in paper.pages for line in page.lines if line.text == office]
    in_right_half = [line for page, line in lines if line.x0 >= 0.45 * page.width]
    assert len(in_right_half) == 1 + len(content["annexes"])


@check("12 watermark and code on drafts only")
def _(paper: Reading, content: Content, form: Form) -> None:
    marked = [
        any("KONSEP — belum bernomor — rev. 1 — " in line.text for line in page.all_lines) for page in paper.pages
    ]
    assert set(marked) == {form is Form.DRAFT}
    assert {page.watermark for page in paper.pages} == {"ADFR" if form is Form.DRAFT else ""}


@check("15 text is extractable")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert "\ufffd" not in paper.text
    assert content["clauses"][0].replace("“", "").split()[-1] in paper.text


@check("17 19 44 the head's lines in order")
def _(paper: Reading, content: Content, form: Form) -> None:
    issuer, subject = content["issuer"]["title"].upper(), content["subject"].upper()
    head = [*content["issuer"]["head_lines"], f"KEPUTUSAN {issuer}", number_line(content, form), "TENTANG", subject]
    text = " ".join(paper.pages[0].text.split())
    assert text.startswith(" ".join([*head, f"{issuer},", "Menimbang"]))
    assert "DENGAN RAHMAT" not in text
    assert "Diundangkan" not in paper.text


@check("20 issuer before Menimbang ends with one comma")
def _(paper: Reading, content: Content, form: Form) -> None:
    lines = paper.pages[0].lines
    before = next(order for order, line in enumerate(lines) if line.text.startswith("Menimbang")) - 1
    assert re.search(r"[^,],$", lines[before].text)


@check("21 labels and colons stand in columns")
def _(paper: Reading, content: Content, form: Form) -> None:
    labels = {*LABELS, *(diktum(order) for order in range(1, len(content["clauses"]) + 1))}
    rows = [line for page in paper.pages for line in page.lines if line.words[0].text in labels and _starts_item(line)]
    assert len(rows) == len(labels) - (not content["notes"])
    assert all(row.words[1].text == ":" for row in rows)
    for column in (0, 1):
        places = [row.words[column].x0 for row in rows]
        assert max(places) - min(places) < 1


@check("22 24 items lettered and numbered, ending with a semicolon")
def _(paper: Reading, content: Content, form: Form) -> None:
    for mark, text in zip("abc", content["considerations"], strict=False):
        assert f"{mark}. {text};" in paper.flowing
    for number, text in enumerate(content["bases"], start=1):
        assert f"{number}. {text};" in paper.flowing


@check("28 MEMUTUSKAN once, centred")
def _(paper: Reading, content: Content, form: Form) -> None:
    found = [(page, line) for page in paper.pages for line in page.lines if line.text == "MEMUTUSKAN:"]
    ((page, line),) = found
    assert abs(line.middle - page.width / 2) < 2 * MM


@check("18 29 Menetapkan repeats the title")
def _(paper: Reading, content: Content, form: Form) -> None:
    title = f"KEPUTUSAN {content['issuer']['title'].upper()} TENTANG {content['subject'].upper()}."
    assert f"Menetapkan : {title} KESATU" in paper.flowing


@check("30 31 clauses in order, each ending with a full stop")
def _(paper: Reading, content: Content, form: Form) -> None:
    for order, text in enumerate(content["clauses"], start=1):
        assert f"{diktum(order)} : {text}." in paper.flowing
    assert not re.search(r"Pasal \d", paper.text)


@check("34 38 figures, words and JUMLAH agree")
def _(paper: Reading, content: Content, form: Form) -> None:
    for figure, spelled in re.findall(r"(\d+) \(([a-z ]+)\)", paper.flowing):
        assert words(int(figure)) == spelled
    for annex in content["annexes"]:
        if annex.get("totals"):
            (total,) = [line for page in paper.pages for line in page.lines if line.text.startswith("JUMLAH")]
            assert sum(map(int, re.findall(r"\d+", total.text))) == len(annex["rows"])


@check("39 place, then date")
def _(paper: Reading, content: Content, form: Form) -> None:
    page, at = _find(paper, "Ditetapkan di ")
    after = page.lines[page.lines.index(at) + 1].text
    day = {Form.DRAFT: "…", Form.INK: ""}.get(form, _spelled(content["issue"]["date"]))
    assert after == f"pada tanggal {day}".strip()


@check("41 52 name in capitals under every signature")
def _(paper: Reading, content: Content, form: Form) -> None:
    name = content["issue"]["signatory"]["name"].upper()
    expected = 0 if form is Form.DRAFT else 1 + len(content["annexes"])
    assert sum(line.text == name for page in paper.pages for line in page.lines) == expected
    assert paper.text.count("pada tanggal") - paper.text.count("berlaku pada tanggal") >= 1
    assert paper.text.count("Ditetapkan di") == 1


@check("47 48 annex headings: own page, right half, same title")
def _(paper: Reading, content: Content, form: Form) -> None:
    firsts = [page for page in paper.pages if page.lines[0].text.startswith("LAMPIRAN")]
    several = len(content["annexes"]) > 1
    assert [page.lines[0].text for page in firsts] == (
        [f"LAMPIRAN {'I' * order}" for order in (1, 2)] if several else ["LAMPIRAN"]
    )
    head = [f"KEPUTUSAN {content['issuer']['title'].upper()}", number_line(content, form), "TENTANG"]
    for page in firsts:
        text = " ".join(" ".join(line.text for line in page.lines).split())
        assert text.split(" ", 1 + several)[-1].startswith(" ".join([*head, content["subject"].upper()]))
        assert page.lines[0].x0 >= 0.45 * page.width
    assert sum(line.text.startswith("LAMPIRAN") for page in paper.pages for line in page.lines) == len(firsts)


@check("49 header row on every page of a table")
def _(paper: Reading, content: Content, form: Form) -> None:
    first = next(order for order, page in enumerate(paper.pages) if page.lines[0].text.startswith("LAMPIRAN"))
    assert all(any("NO" in [word.text for word in line.words] for line in page.lines) for page in paper.pages[first:])


@check("50 rows numbered without gap, district in each")
def _(paper: Reading, content: Content, form: Form) -> None:
    for annex in content["annexes"]:
        if annex.get("totals"):
            rows = [line for page in paper.pages for line in page.lines if _lists_a_village(line)]
            assert [line.words[0].text for line in rows] == [str(row["no"]) for row in annex["rows"]]
            for line, row in zip(rows, annex["rows"], strict=True):
                assert row["district"].split()[0] in line.text
                assert row["code"] in line.text


@check("60 title and language in the file, no dates")
def _(paper: Reading, content: Content, form: Form) -> None:
    number = f" Nomor {content['issue']['number']}" if form is Form.FINAL else ""
    assert paper.info["Title"] == f"Keputusan {content['issuer']['title']}{number} tentang {content['subject']}"
    assert not {"CreationDate", "ModDate", "Author"} & set(paper.info)
    assert paper.language == "id"


@check("CONTOH stands on every page of an example, in the margin")
def _(paper: Reading, content: Content, form: Form) -> None:
    for page in paper.pages:
        (line,) = [line for line in page.all_lines if line.text == "CONTOH – bukan naskah resmi"]
        assert line.y0 > page.height - MARGIN


@check("13 no footer of an electronic signature, which this paper has not")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert "ditandatangani secara elektronik" not in paper.text.lower()


@check("23 the last consideration sums up the letters before it and names the title")
def _(paper: Reading, content: Content, form: Form) -> None:
    last = content["considerations"][-1]
    for letter in "abc"[: len(content["considerations"]) - 1]:
        assert f"huruf {letter}" in last
    assert content["subject"] in last


@check("25 26 bases by rank, then year; Undang-Undang with two capitals")
def _(paper: Reading, content: Content, form: Form) -> None:
    ranks = ("Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Peraturan Menteri", "Peraturan Daerah")
    found = [re.match(rf"({'|'.join(ranks)}) Nomor \d+ Tahun (\d+)", text) for text in content["bases"]]
    order = [(ranks.index(basis[1]), int(basis[2])) for basis in found if basis]
    assert order == sorted(order)
    assert len(order) == len(content["bases"])
    assert "Undang-undang" not in paper.text


@check("32 every diktum that is referred to exists")
def _(paper: Reading, content: Content, form: Form) -> None:
    there = {diktum(order) for order in range(1, len(content["clauses"]) + 1)}
    assert set(re.findall(r"Diktum ([A-Z]+)", paper.text)) <= there


@check("33 the clauses name each annex, and no other")
def _(paper: Reading, content: Content, form: Form) -> None:
    text, several = " ".join(content["clauses"]), len(content["annexes"]) > 1
    assert "bagian tidak terpisahkan dari" in text
    named = sorted(set(re.findall(r"dalam Lampiran( [IVX]+)?", text)))
    assert named == ([f" {'I' * order}" for order in range(1, len(content["annexes"]) + 1)] if several else [""])


@check("35 the last clause says once when it takes effect")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert paper.flowing.count("mulai berlaku pada tanggal") == 1
    assert "mulai berlaku pada tanggal" in content["clauses"][-1]
    assert "berlaku efektif" not in paper.flowing


@check("36 budgets are spelled out")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert not re.search(r"\bAPB[DN]\b", paper.text)


@check("37 a revocation names number, year and title and says the formula")
def _(paper: Reading, content: Content, form: Form) -> None:
    if content.get("changes", {}).get("kind") != "revokes":
        assert "dicabut dan dinyatakan tidak berlaku" not in paper.flowing
    else:
        other = content["changes"]["other"]
        named = f"Nomor {other['number']} tentang {other['subject']}"
        assert f"{named} dicabut dan dinyatakan tidak berlaku." in paper.flowing


@check("40 46 one number of the year of its date, on page 1 and on every annex")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert content["issue"]["date"][:4] in content["issue"]["number"]
    lines = [line.text for page in paper.pages for line in page.lines]
    assert lines.count(number_line(content, form)) == 1 + len(content["annexes"])


@check("45 neither boxes for initials nor a NIK")
def _(paper: Reading, content: Content, form: Form) -> None:
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", paper.text)
    assert "PARAF" not in paper.text.upper().split()


@check("51 a roster has one Ketua, one Sekretaris, one Bendahara")
def _(paper: Reading, content: Content, form: Form) -> None:
    for annex in content["annexes"]:
        if annex["kind"] == "pokja":
            posts = [line.words[-1].text for page in paper.pages for line in page.lines]
            assert [posts.count(post) for post in ("Ketua", "Sekretaris", "Bendahara")] == [1, 1, 1]


def number_line(content: Content, form: Form) -> str:
    return {Form.DRAFT: f"NOMOR … TAHUN {content['year']}", Form.INK: "NOMOR"}.get(
        form, f"NOMOR {content['issue']['number']}"
    )


def _find(paper: Reading, start: str) -> tuple[Page, Line]:
    ((page, line),) = [(page, line) for page in paper.pages for line in page.lines if line.text.startswith(start)]
    return page, line


def _lists_a_village(line: Line) -> bool:
    """A row of a list that holds: number first, a code in a column of its own."""
    return bool(re.match(r"\d+ .* \d\d\.\d\d\.\d\d\.\d{4}$", line.text.removesuffix(" bergabung")))


def _starts_item(line: Line) -> bool:
    """Whether a line begins in the label column."""
    return line.x0 < MARGIN + 30 * MM and len(line.words) > 1 and line.words[1].text == ":"


def _signing_office(content: Content, form: Form) -> str:
    return content["issuer"]["title"].upper() if form is Form.DRAFT else content["issue"]["signatory"]["lines"][-1]


def _spelled(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"
