import os
import secrets
import subprocess
import sys

import pytest

SAFE = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "siklus.example",
    "BASE_URL": "https://siklus.example",
    "DATABASE_URL": "postgres://siklus_app:secret@db/siklus",
    "REDIS_URL": "redis://redis:6379/0",
    "SIKLUS_FILES": "/srv/siklus",
    "SIKLUS_FIELD_KEY": "A" * 43 + "=",
    "SIKLUS_LEDGER_KEY": "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",  # that of RFC 8410
}


def start(environment: dict[str, str], show: str = "") -> subprocess.CompletedProcess[str]:
    """Import the settings in a process that has this environment and no other."""
    code = f"from backend import settings; print({show})"
    env = {"PATH": os.environ["PATH"]} | environment
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)


def test_production_is_the_default_and_starts_with_safe_values() -> None:
    asked = "settings.PRODUCTION, settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT"
    started = start(SAFE, asked)
    assert started.stdout.strip() == "True False True True", started.stderr


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is missing or shorter"),
        ({"SIKLUS_DEBUG": "1"}, "SIKLUS_DEBUG is on"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is empty"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS has a wildcard"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is missing"),
        ({"REDIS_URL": ""}, "REDIS_URL is missing"),
        ({"BASE_URL": ""}, "BASE_URL is missing"),
        ({"SIKLUS_LEDGER_KEY": ""}, "SIKLUS_LEDGER_KEY is missing"),
        ({"SIKLUS_LEDGER_KEY": "AAAA"}, "SIKLUS_LEDGER_KEY is missing or no Ed25519 key"),
        ({"SIKLUS_FIELD_KEY": ""}, "SIKLUS_FIELD_KEY is missing"),
        ({"SIKLUS_FIELD_KEY": "short"}, "SIKLUS_FIELD_KEY has a key that is none"),
        ({"SIKLUS_ENV": "prod"}, "SIKLUS_ENV is 'prod'"),
        ({"SIKLUS_OPEN_DATA_LICENCE": "WTFPL"}, "SIKLUS_OPEN_DATA_LICENCE is 'WTFPL'"),
        ({"SIKLUS_SIGNER": "bsre3"}, "SIKLUS_SIGNER is not known"),
        ({"SIKLUS_SIGNER": "local"}, "SIKLUS_SIGNER is local"),
        ({"SIKLUS_SIGNER": "bsre2"}, "SIKLUS_BSRE_URL is no https"),
        ({"SIKLUS_SIGNER": "bsre1", "SIKLUS_BSRE_URL": "http://esign.example"}, "SIKLUS_BSRE_URL is no https"),
        ({"SIKLUS_SIGNER": "bsre1", "SIKLUS_BSRE_URL": "https://esign.example"}, "SIKLUS_BSRE_PASSWORD is missing"),
    ],
)
def test_production_refuses_unsafe_values_by_name(change: dict[str, str], words: str) -> None:
    refused = start(SAFE | change)
    assert refused.returncode != 0
    assert words in refused.stderr


def test_production_signs_with_ink_unless_it_says_otherwise() -> None:
    assert start(SAFE, "repr(settings.SIGNER)").stdout.strip() == "''"
    rehearsal = {"SIKLUS_SIGNER": "local", "SIKLUS_LOCAL_SIGNER_ALLOWED": "1"}
    assert start(SAFE | rehearsal, "settings.SIGNER").stdout.strip() == "local"


def test_everything_that_is_unsafe_is_named_at_once() -> None:
    assert start({}).stderr.count("\n- ") >= 5


@pytest.mark.parametrize(
    ("redis", "broker"),
    [
        ("redis://redis:6379/3", "redis://redis:6379/3"),
        ("unix:///run/siklus/r.sock?db=3", "redis+socket:///run/siklus/r.sock?virtual_host=3"),
    ],
)
def test_one_redis_url_serves_celery_too(redis: str, broker: str) -> None:
    assert start(SAFE | {"REDIS_URL": redis}, "settings.CELERY_BROKER_URL").stdout.strip() == broker


def test_django_finds_nothing_to_warn_of_in_production() -> None:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    env = {"PATH": os.environ["PATH"]} | SAFE | {"SECRET_KEY": secrets.token_urlsafe(60)}
    checked = subprocess.run(command, env=env, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
