"""What every kind's folder must keep to, today's and tomorrow's."""

import re
from pathlib import Path

import pytest

import documents
from documents.errors import UnknownTemplate
from documents.families import all_families
from documents.families.family import Family
from documents.kinds import all_kinds, find

PACKAGE = Path(documents.__file__).parent
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
OURS = {"table.kind", "table.rest", "column.css", "cell.css", "width"}  # attributes whose values our code makes, never a user


@pytest.mark.parametrize("template", all_kinds())
def test_a_kind_is_whole_and_its_sample_names_it(template: str) -> None:
    kind = find(template)
    assert {"kind.py", "template.html", "style.css", "sample.py"} <= {file.name for file in kind.folder.iterdir()}
    assert kind.sample(2)["template"] == template
    assert kind.sample(2)["kind"] == kind.id
    kind.check(kind.sample(2))


def test_the_kinds_of_the_first_release_are_found() -> None:
    assert {"keputusan_bupati@1", "keputusan_kades@1"} <= set(all_kinds())
    with pytest.raises(UnknownTemplate):
        find("keputusan_bupati")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_put_user_data_only_between_tags(path: Path) -> None:
    source = path.read_text()
    assert "safe" not in source
    assert "autoescape" not in source
    assert not re.search(r"<(script|style|iframe|object|image|use|foreignObject)|href", source)
    assert "<svg" not in source or path.name == "bar.html", "a chart is bars, and their words are text beside them"
    for tag in re.findall(r"<[a-z][^>]*>", re.sub(r"\{%.*?%\}", "", source)):
        assert set(re.findall(r"\{\{ *([\w.]+)[^}]*\}\}", tag)) <= OURS, tag
        assert not re.search(r"=\{\{", tag), "unquoted attribute"


def test_only_the_renderer_imports_weasyprint() -> None:
    importing = {
        file.name for file in PACKAGE.rglob("*.py") if re.search(r"(import|from) weasyprint", file.read_text())
    }
    assert importing == {"render.py", "fetcher.py"}


@pytest.mark.parametrize("family", all_families().values(), ids=lambda family: family.name)
def test_fonts_lie_beside_their_licence(family: Family) -> None:
    others = {file.name for file in (family.folder / "fonts").iterdir()} - set(family.fonts)
    assert len(family.fonts) == 4
    assert [name.endswith(".txt") for name in others] == [True]
