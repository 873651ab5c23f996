"""Example figures of a village, complete and possible, by form."""

from typing import Any

from workflows.reports.shipped import newest
from workflows.reports.worded import worded

PROFILE: dict[str, Any] = {
    "pokja": True, "pokja_decree": True, "pokja_members": 21, "pokja_trained": True,
    "funding_sources": ["dana_desa", "apbd_regency", "self_help"], "groups": ["bkb", "bkr", "bkl", "uppka", "pik_r"],
    "secretariat": True, "data_house": True, "dashat": False, "pkb_companion": True, "regulation": True,
    "regulations": ["village_decree"], "work_plan": True, "data_used": ["family_data", "routine_data"],
    "mechanisms": ["planning_meeting"], "planning_meeting_every": "year",
}  # fmt: skip
POPULATION: dict[str, Any] = {
    "people": 1000, "men": 490, "women": 510, "aged_0_4": 80, "aged_5_9": 90, "aged_10_24": 250, "aged_25_59": 480,
    "aged_60_up": 100, "families": 300, "families_with_under_fives": 80, "families_with_adolescents": 120,
    "families_with_elderly": 60, "families_at_risk": 45, "adolescents": 200, "couples": 100,
}  # fmt: skip
PROGRESS: dict[str, Any] = {
    "bkb_participants": 20, "bkr_participants": 30, "bkl_participants": 15, "uppka_participants": 75, "pik_r_participants": 50,
    "users": 60, "iud": 5, "mow": 2, "mop": 0, "implant": 4, "injection": 30, "pill": 15, "condom": 4, "other_methods": 0,
    "pregnant": 5, "wanting_soon": 10, "wanting_later": 6, "wanting_no_more": 5, "measured": 70, "stunted": 9,
}  # fmt: skip
ACTIVITY: dict[str, Any] = {
    "title": "Contoh penyuluhan", "place": "Balai desa", "sort": "activity", "function": "reproduction",
    "targets": ["perilaku"], "sectors": ["opd_kb", "health"],
}  # fmt: skip
NATIONAL = {code: worded(code, form.version, "nasional@1" if form.listed else "") for code, form in newest().items()}
"""The newest version of each form, as it is asked where a region has no list of its own."""
FIGURES = {"profile": PROFILE, "population": POPULATION, "progress": PROGRESS, "activity": ACTIVITY}
