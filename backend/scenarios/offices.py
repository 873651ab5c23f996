"""Offices as a scenario names them: `regent`, `camat 61.12.01`, `village_head 61.12.01.2014`, `partner dinkes`."""

from workflows.organisation.models import Level, Role
from workflows.organisation.offices import OFFICES_OF

from .places import shipped
from .reading import meant
from .setting import OfficeName, Setting


class Unknown(Exception):
    """There is no such office."""


def office_code(setting: Setting, given: str) -> tuple[str, str]:
    """Role and region code. The regency need not be said where a story has only one. Raises `Unknown`."""
    role, _space, code = given.partition(" ")
    if role == Role.PARTNER:
        partner(setting, given)
        return role, setting.territory[0].code
    level = next((level for level, roles in OFFICES_OF.items() if role in roles), None)
    if level is None:
        raise Unknown(f"there is no office “{role}”{meant(role, [r for r in Role.values if r != Role.SYSTEM])}")
    if not code and level == Level.REGENCY and len(setting.territory) == 1:
        code = setting.territory[0].code
    if role == Role.AGENCY and is_province_of(setting, code):
        return role, code
    if code not in shipped() or shipped()[code].level != level:
        raise Unknown(f"“{given}”: write the code of a {level.label}, such as “{role} {example(setting, level)}”")
    if not any(code == region.code or code.startswith(f"{region.code}.") for region in setting.territory):
        raise Unknown(f"“{given}” lies outside the territory of this story")
    return role, code


def is_province_of(setting: Setting, code: str) -> bool:
    """Whether the story plays in a regency of that province."""
    inside = any(region.code.startswith(f"{code}.") for region in setting.territory)
    return inside and code in shipped() and shipped()[code].level == Level.PROVINCE


def partner(setting: Setting, given: str) -> OfficeName:
    """A partner agency by the word that the story has for it: `partner dinkes`. Raises `Unknown`."""
    named = {name.office: name for name in setting.offices if name.office.startswith(f"{Role.PARTNER} ")}
    if given not in named:
        raise Unknown(f"“{given}” is not among the offices that the story names{meant(given, named)}")
    return named[given]


def example(setting: Setting, level: Level) -> str:
    inside = setting.territory[0].code
    return next(c for c, row in sorted(shipped().items()) if row.level == level and c.startswith(inside))
