"""Facts of a Kampung KB for the six test vectors of the published classification (docs/classification.md)."""

from dataclasses import replace
from typing import Any

from workflows.evaluations.definition import Definition
from workflows.evaluations.facts import Facts
from workflows.evaluations.reading import read_instrument
from workflows.evaluations.shipped import SHIPPED, content_of

PATH = SHIPPED / "kampung_kb_2024.yaml"
GROUPS = ("bkb", "bkr", "bkl", "uppka", "pik_r")
MECHANISMS = ("planning_meeting", "coordination_meeting", "outreach", "monitoring", "report_writing")
SECTORS = ("health", "education", "social", "housing", "agriculture", "civil_registry", "opd_kb", "perwakilan_bkkbn")

NOTHING = Facts(
    pokja=False, funding_sources=frozenset(), groups=frozenset(), secretariat=False, data_house=False, pkb_companion=False,
    regulation=False, data_used=frozenset(), mechanisms=frozenset(), sectors=frozenset(), families_with_under_fives=200,
    families_with_adolescents=200, families_with_elderly=200, families=200, adolescents=200, couples=100, users=20, iud=1, mow=0,
    mop=0, implant=1, wanting_later=10, wanting_no_more=10, **{f"{group}_participants": 0 for group in GROUPS},
)  # fmt: skip
GOOD_INPUT: dict[str, Any] = {
    "pokja": True, "pokja_members": 21, "pokja_trained": True, "funding_sources": frozenset(["apbn", "apbd", "dana_desa"]),
    "groups": frozenset(GROUPS), "secretariat": True, "data_house": True, "pkb_companion": True, "regulation": True,
}  # fmt: skip
GOOD_PROCESS: dict[str, Any] = {
    "data_used": frozenset(["family_data", "routine_data"]), "mechanisms": frozenset(MECHANISMS), "sectors": frozenset(SECTORS[:5]),
}  # fmt: skip
POOR_PROCESS: dict[str, Any] = {
    "data_used": frozenset(["family_data"]), "mechanisms": frozenset(MECHANISMS[:2]), "sectors": frozenset(SECTORS[:3]),
}  # fmt: skip
FIVE_GROUPS_AT_25: dict[str, Any] = {f"{group}_participants": 50 for group in GROUPS}
OUTPUT_WITHOUT_MKJP: dict[str, Any] = {
    **FIVE_GROUPS_AT_25, "users": 60, "iud": 5, "mow": 3, "mop": 0, "implant": 3, "wanting_later": 5, "wanting_no_more": 6,
}  # fmt: skip
"""CPR 60 %, MKJP 11 ÷ 60 = 18 %, unmet need 11 %."""
GOOD_OUTPUT = OUTPUT_WITHOUT_MKJP | {"iud": 9}
"""MKJP 15 ÷ 60 = 25 %."""
TWO_GROUPS_AT_25 = {"groups": frozenset(["bkb", "uppka"]), "bkb_participants": 130, "uppka_participants": 120}
"""(65 + 60 + 0 + 0 + 0) ÷ 5 = 25 %."""
POOR_INPUT: dict[str, Any] = {
    "pokja": False, "funding_sources": frozenset(["dana_desa"]), "secretariat": True, "regulation": True, **TWO_GROUPS_AT_25,
}  # fmt: skip

V1 = NOTHING
V2 = replace(NOTHING, **GOOD_INPUT | GOOD_PROCESS | OUTPUT_WITHOUT_MKJP)
V3 = replace(NOTHING, **GOOD_INPUT | GOOD_PROCESS | GOOD_OUTPUT)
V4 = replace(NOTHING, **GOOD_INPUT | POOR_PROCESS | GOOD_OUTPUT)
V5 = replace(NOTHING, **POOR_PROCESS | GOOD_OUTPUT | POOR_INPUT)
V6 = replace(NOTHING, **GOOD_INPUT | POOR_PROCESS | OUTPUT_WITHOUT_MKJP)


def data(**changed: Any) -> Any:
    """The shipped instrument's data, with some of its parts changed."""
    return content_of(PATH) | changed


def instrument(**switches: bool) -> Definition:
    """The shipped instrument, with some of its switches set."""
    shipped = data()
    return read_instrument(shipped | {"switches": shipped["switches"] | switches})
