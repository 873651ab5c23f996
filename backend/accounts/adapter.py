"""What django-allauth asks us about logging in: in whose words, for whom, how often."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Person

from .devices import note_now
from .second_factor import first, is_missing

log = logging.getLogger(__name__)

HAPPENED = {
    "account/email/password_changed": _("Kata sandi akun Siklus Anda diganti."),
    "account/email/password_reset": _("Kata sandi akun Siklus Anda diganti lewat tautan surel."),
    "account/email/password_set": _("Kata sandi untuk akun Siklus Anda dibuat."),
    "mfa/email/recovery_codes_generated": _("Kode cadangan baru dibuat; yang lama tidak berlaku lagi."),
    "mfa/email/totp_activated": _("Kode 6 angka terpasang."),
    "mfa/email/totp_deactivated": _("Kode 6 angka dilepas."),
    "mfa/email/webauthn_added": _("Kunci sandi ditambahkan."),
    "mfa/email/webauthn_removed": _("Kunci sandi dilepas."),
    "socialaccount/email/account_connected": _("Akun instansi Anda tersambung dengan akun Siklus Anda."),
}
"""What is told on the next page and, to those who have an address, by e-mail."""


def full_name(person: Person) -> str:
    return person.full_name


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi."
        ),
        "too_many_login_attempts": _("Terlalu banyak percobaan yang salah. Tunggu lima menit, lalu coba lagi."),
        "incorrect_password": _("Kata sandi salah."),
        "invalid_or_expired_key": _("Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People are entered by those who keep the offices, and come by invitation."""
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """django-allauth's, in our words. It has some that say only what the page shows anyway."""
        told = message or HAPPENED.get((message_template or "").replace("/messages/", "/email/").removesuffix(".txt"))
        if told:
            messages.add_message(request, level, told, extra_tags)

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **given: Any) -> None:
        if user.email:
            self.send_mail("account/email/happened", user.email, {"user": user, "happened": HAPPENED[template_prefix]})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that does not answer must not stop anybody from securing an account."""
        subject, body = (render_to_string(f"{template_prefix}_{part}.txt", context) for part in ("subject", "message"))
        try:
            send_mail(self.format_email_subject(subject.strip()), body, self.get_from_email(), [email])
        except (SMTPException, OSError) as problem:
            log.warning("no mail to %s: %s", email, problem)

    def format_email_subject(self, subject: str) -> str:
        return f"Siklus: {subject}"

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        note_now(request)

    def post_login(self, request: HttpRequest, user: Any, **given: Any) -> HttpResponse:
        """Where the link led; signatories without a second factor over the page that explains it."""
        answer = super().post_login(request, user, **given)
        return redirect(first(answer.headers["Location"])) if is_missing(user) else answer

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Counted by address and name together, so that a stranger cannot lock an official out."""
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{self.get_client_ip(request)} {key}"
