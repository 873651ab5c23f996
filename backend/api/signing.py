"""Signing a paper electronically: what is to be signed, the signature, and asking what became of one."""

from typing import Any

from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from backend.access import acting_mandate, scope_of, tasks_for
from backend.api.journal import Entry
from backend.api.parts import Id, PersonalRequest, Scoped, checked
from backend.api.transitions import KEY, key_of, told
from backend.step_up import Proof, confirm
from worker.signing import bytes_to_sign, chosen, current_request, resume, sign
from workflows.core.errors import BadValues
from workflows.routes.models import Assignment
from workflows.signing.models import SigningRequest
from workflows.signing.ways import electronic, subjects

STATES = ["ready", "unknown", "signed"]


class ToSign(serializers.Serializer):
    """`read` is the SHA-256 of the very bytes to sign; they are at `/api/documents/{read}`.

    `unknown`: a request was sent and its answer is not known; it is asked about, never sent again.
    """

    state = serializers.ChoiceField(STATES)
    read = serializers.CharField()
    signer: Any = serializers.CharField(help_text="What its signatures are, in words.")
    needs_passphrase = serializers.BooleanField()


class SignatureAsked(serializers.Serializer):
    """The person's own password or six-digit code once more, and where the signer needs one the passphrase.

    None of them is kept or logged.
    """

    password = serializers.CharField(
        max_length=200, trim_whitespace=False, write_only=True, required=False, default="", allow_blank=True
    )
    code = serializers.CharField(max_length=20, write_only=True, required=False, default="", allow_blank=True)
    passphrase = serializers.CharField(
        max_length=200, trim_whitespace=False, write_only=True, required=False, default="", allow_blank=True
    )
    read = serializers.CharField(max_length=64)
    reason = serializers.CharField(required=False, allow_blank=True, default="", max_length=2000)
    mandate = Id(required=False, allow_null=True, default=None)


class OfTask(Scoped):
    """About a task that asks for an electronic signature; any other has none of this."""

    def task(self) -> Assignment:
        tasks = tasks_for(self.mandates).filter(electronic()).select_related("file", *subjects(), "office")
        return get_object_or_404(tasks, pk=self.kwargs["pk"])


class SignTask(OfTask):
    @extend_schema(operation_id="tasks_sign_retrieve", responses={200: ToSign})
    def get(self, request: PersonalRequest, pk: int) -> Response:
        """What is to be signed, and how far that is."""
        task = self.task()
        answered = {
            "state": state_of(current_request(task)), "read": bytes_to_sign(task).sha256, "signer": str(chosen().label),
            "needs_passphrase": chosen().needs_secret,
        }  # fmt: skip
        return Response(answered)

    @method_decorator(sensitive_variables("asked"))
    @extend_schema(operation_id="tasks_sign", request=SignatureAsked, responses={201: Entry}, parameters=[KEY])
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Sign the bytes that were read. A 409 `signature_pending` says that the outcome is not known yet."""
        task, asked = self.task(), checked(SignatureAsked, request)
        if chosen().needs_secret and not asked["passphrase"]:
            raise BadValues({"passphrase": _("wajib diisi")})
        by = acting_mandate(request.user, task, asked["mandate"])
        confirm(by, Proof(asked["password"], asked["code"]))
        entry = sign(
            task, by, asked["passphrase"], read=asked["read"], reason=asked["reason"], key=key_of(request) or ""
        )
        return Response(told(entry), 201)


class CheckSignature(OfTask):
    @extend_schema(operation_id="tasks_sign_check", request=None, responses={201: Entry})
    def post(self, request: PersonalRequest, pk: int) -> Response:
        """Ask the signer what became of a request whose answer was lost; it needs no secret and signs nothing anew."""
        task = self.task()
        last = current_request(task) if task.office_id in scope_of(self.mandates).offices else None
        if last is None:
            raise BadValues({"task": _("Belum ada permintaan tanda tangan untuk tugas ini.")})
        return Response(told(resume(last)), 201)


def state_of(last: SigningRequest | None) -> str:
    outcome = getattr(last, "outcome", None)
    if last and outcome is None:
        return "unknown"
    return "signed" if outcome and not outcome.code else "ready"
