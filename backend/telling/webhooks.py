"""Webhook: which other programs are told, what was sent to them, and sending it again."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models.functions import Now
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from backend.access import overseen, webhooks_for
from backend.administration.recording import Recorder
from backend.keyset import page_or_first
from backend.pages.acting import OfficialRequest, acting
from worker.models import Post, Webhook
from worker.webhooks import posting, secrets

from .webhook_forms import NewWebhook


@require_http_methods(["GET", "POST"])
@acting
def webhooks(request: OfficialRequest) -> HttpResponse:
    """Those of the territory, and the form for a new one; for the agency and the administrator."""
    scope = overseen(request.acting.scope)
    if not scope.paths:
        raise Http404
    form = NewWebhook(request.POST or None, scope)
    if request.method == "POST" and form.is_valid():
        hook, secret = begin(form, request)
        return shown(request, hook, secret)
    hooks = webhooks_for(request.acting.scope).select_related("region").order_by("pk")
    return render(request, "telling/webhooks.html", {"section": "notices", "hooks": hooks, "form": form},
                  status=422 if form.errors else 200)  # fmt: skip


def begin(form: NewWebhook, request: OfficialRequest) -> tuple[Webhook, str]:
    """The webhook, and its secret, which nobody is told again."""
    hook = Webhook(**form.cleaned_data, made_by=request.acting.mandate.person)
    secret = secrets.fresh_secret()
    secrets.keep(hook, secret)
    Recorder(hook.made_by).make(hook)
    return hook, secret


@require_GET
@acting
def webhook(request: OfficialRequest, pk: int) -> HttpResponse:
    return shown(request, get_object_or_404(webhooks_for(request.acting.scope).select_related("region", "made_by"), pk=pk))


def shown(request: OfficialRequest, hook: Webhook, secret: str = "") -> HttpResponse:
    """With the newest messages; the secret only right after it was made."""
    rows, after = page_or_first(Post.objects.filter(webhook=hook), ["-pk"], request.GET.get("sesudah"))
    return render(request, "telling/webhook.html", {
        "section": "notices", "hook": hook, "secret": secret, "posts": rows, "after": after, "narrowed": "",
    })  # fmt: skip


def end(hook: Webhook) -> None:
    Webhook.objects.filter(pk=hook.pk).update(ended_at=Now(), secret="", former_secret="")
    Post.objects.to_do().filter(webhook=hook).update(done_at=Now(), leased_until=None, last_error="Ended: Webhook diakhiri.")


def try_out(hook: Webhook) -> None:
    posting.ping(hook)


ACTS: dict[str, tuple[Callable[[Webhook], None], object]] = {
    "uji": (try_out, _("Pesan uji sedang dikirim; muat ulang untuk melihat jawabannya.")),
    "lanjutkan": (posting.resume, _("Dilanjutkan; yang tertunda sedang dikirim.")),
    "akhiri": (end, _("Webhook diakhiri; tidak ada lagi yang dikirim ke sana.")),
}


@require_POST
@acting
def webhook_act(request: OfficialRequest, pk: int, name: str) -> HttpResponse:
    hook = get_object_or_404(webhooks_for(request.acting.scope).select_related("region", "made_by"), pk=pk)
    recorder = Recorder(request.acting.mandate.person)
    if name == "rahasia":
        recorder.note(hook, "secret", None, None)
        return shown(request, hook, secrets.rotate(hook))
    if name not in ACTS:
        raise Http404
    act, words = ACTS[name]
    act(hook)
    recorder.note(hook, name, None, None)
    messages.success(request, str(words), extra_tags="done")
    return redirect("webhooks") if name == "akhiri" else redirect("webhook", pk=hook.pk)


@require_POST
@acting
def replay_post(request: OfficialRequest, pk: int) -> HttpResponse:
    """The same event under the same id, once more."""
    post = get_object_or_404(Post, pk=pk, webhook__in=webhooks_for(request.acting.scope))
    posting.replay(post)
    return redirect("webhook", pk=post.webhook_id)
