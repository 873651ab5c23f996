"""The buttons of a page, whose forms know what they are about and who acts."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from backend.pages.acting import Acting
from backend.pages.file_acts import Buttons, FileButton


def about(subject: Any, acting: Acting, buttons: Mapping[str, FileButton]) -> Buttons:
    """The same buttons, with choices and beginnings as they fit the subject."""
    return {name: replace(one, form=partial(one.form, subject=subject, acting=acting)) for name, one in buttons.items()}
