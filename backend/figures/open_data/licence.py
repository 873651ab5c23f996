"""Under which terms the data may be used, and whether the district has said so."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Licence:
    """`name` as the Open Definition's service writes it. Not `confirmed`: our default, which nobody has decided on (UNVERIFIED)."""

    name: str
    title: str
    path: str
    confirmed: bool


LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC0-1.0": ("Creative Commons CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODC-BY-1.0": ("Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
}
DEFAULT = "CC-BY-4.0"


def licence() -> Licence:
    """The one of the settings; the default where they name none."""
    name = settings.OPEN_DATA_LICENCE or DEFAULT
    return Licence(name, *LICENCES[name], confirmed=bool(settings.OPEN_DATA_LICENCE))
