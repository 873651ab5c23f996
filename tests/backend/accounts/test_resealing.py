from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import Fernet
from django.core.management import call_command

from backend.accounts.factors import code_is_right
from tests.codes import code_of
from tests.people import person

SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105


def test_second_factors_outlive_a_change_of_the_key(world, settings):
    fitri, former, new = person("fitri"), settings.FIELD_KEYS[0], Fernet.generate_key().decode()
    TOTP.activate(fitri, SECRET)
    codes = RecoveryCodes.activate(fitri).get_unused_codes()
    settings.FIELD_KEYS = [new, former]
    call_command("reseal_factors")
    settings.FIELD_KEYS = [new]
    assert [code_is_right(fitri, code) for code in (code_of(SECRET), codes[0], codes[0], "000000")] == [True, True, False, False]
