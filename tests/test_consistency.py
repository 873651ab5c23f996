"""The repository's promises about itself: the one door, words for every state, no rule or template without use."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.utils import get_app_template_dirs

from workflows.core.guards import stateful_models, transitions_of

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGES = ("backend", "worker", "documents", "workflows")
SOURCES = [
    path for package in PACKAGES for path in (CHECKOUT / package).rglob("*.py") if "migrations" not in path.parts
]
RULES = sorted(path for path in (CHECKOUT / "workflows").glob("*/rules/*.py") if path.stem != "__init__")
TEMPLATES = sorted((CHECKOUT / "backend" / "templates").rglob("*.html"))
MODELS = stateful_models()
TRANSITIONS = [(model, name) for model in MODELS for name in sorted({name for name, _s, _t in transitions_of(model)})]


def where(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def calls(path: Path) -> Iterator[ast.Call]:
    """The calls `something.name(…)` of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node


@pytest.mark.parametrize(("model", "name"), TRANSITIONS, ids=lambda part: getattr(part, "__name__", part))
def test_every_transition_names_a_permission(model, name):
    assert all(one.permission for one in getattr(model, name)._django_fsm.transitions.values())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_state_of_a_lifecycle_has_a_label(model):
    labels = dict(model._meta.get_field("state").choices)
    states = {state for _name, source, target in transitions_of(model) for state in (source, target) if state}
    assert states <= set(labels)
    assert all(str(label).strip() and str(label) != state for state, label in labels.items())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_state_is_reached_or_the_first(model):
    field = model._meta.get_field("state")
    reached = {target for _name, _source, target in transitions_of(model) if target} | {field.get_default()}
    born = {"assignment": {"waiting", "open"}, "run": {"in_progress"}, "decreenumber": {"reserved", "issued"}, "motion": {"lost"}}
    assert {state for state, _label in field.choices} <= reached | born.get(model._meta.model_name, set())


def test_nobody_calls_a_transition_on_an_instance():
    """`row.approve()`. Calls with arguments, and of a module's function, are something else; so is the launcher."""
    names = {name for _model, name in TRANSITIONS} - {"resolve"}  # every path has a method of that name
    modules = {path.stem for path in SOURCES}
    found = [
        f"{where(path)}:{call.lineno}: .{call.func.attr}()"
        for path in SOURCES
        if "launch" not in path.parts
        for call in calls(path)
        if call.func.attr in names and not call.args and not call.keywords
        and not (isinstance(call.func.value, ast.Name) and call.func.value.id in modules)
    ]  # fmt: skip
    assert found == []


def test_nobody_sets_a_state_besides_the_door():
    found = []
    for path in SOURCES:
        for call in calls(path):
            named = {keyword.arg for keyword in call.keywords}
            if call.func.attr == "update" and "state" in named:
                found.append(f"{where(path)}:{call.lineno}: .update(state=…)")
            if call.func.attr == "save" and re.search(r"update_fields=\[[^]]*['\"]state['\"]", ast.unparse(call)):
                found.append(f"{where(path)}:{call.lineno}: .save(update_fields=[… state …])")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(target, ast.Attribute) and target.attr == "state" for target in targets):
                found.append(f"{where(path)}:{node.lineno}: .state = …")
    assert found == []


def test_only_the_engine_writes_the_journal():
    engine = CHECKOUT / "workflows" / "core"
    writes = re.compile(
        r"(JournalEntry|JournalSubject)(\._default_manager|\.objects)\.(create|bulk_create|update|get_or_create)"
    )
    assert [where(p) for p in SOURCES if engine not in p.parents and writes.search(p.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", RULES, ids=where)
def test_a_rule_file_is_named_as_its_rule_and_the_rule_is_used(path):
    defined = {n.name for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef)}
    assert path.stem in defined
    others = [p for p in SOURCES if p != path and p.name != "__init__.py"]
    assert any(re.search(rf"\b{path.stem}\b", p.read_text(encoding="utf-8")) for p in others)


@pytest.mark.parametrize("path", TEMPLATES, ids=where)
def test_every_template_is_used(path):
    name = str(path.relative_to(CHECKOUT / "backend" / "templates"))
    texts = (p.read_text(encoding="utf-8") for p in [*SOURCES, *TEMPLATES] if p != path)
    by_django = name in {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"}
    libraries = [folder for folder in get_app_template_dirs("templates") if CHECKOUT / "backend" not in Path(folder).parents]
    in_place_of_a_library = any((Path(folder) / name).exists() for folder in libraries)
    assert by_django or in_place_of_a_library or any(name in text for text in texts)
