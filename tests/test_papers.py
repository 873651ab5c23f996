"""The files that describe the project agree with the project."""

import re
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())


def test_every_package_that_we_ask_for_is_in_the_notices() -> None:
    asked = [*PROJECT["project"]["dependencies"], *sum(PROJECT["dependency-groups"].values(), start=[])]
    names = {found[0] for line in asked if (found := re.match(r"[\w.-]+", line))}
    listed = set(re.findall(r"^\| ([\w.-]+)", (CHECKOUT / "THIRD_PARTY.md").read_text(), re.MULTILINE))
    assert not names - listed


def test_every_variable_that_the_settings_read_is_documented() -> None:
    settings = (CHECKOUT / "backend/settings.py").read_text()
    read = set(re.findall(r'(?:environ\.get\(|environ\[|flag\(|words\()"([A-Z_]+)"', settings))
    documented = set(re.findall(r"`([A-Z_]+)`", (CHECKOUT / "docs/settings.md").read_text()))
    assert "SECRET_KEY" in read
    assert not read - documented
