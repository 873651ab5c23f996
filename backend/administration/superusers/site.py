"""The admin's own door: our login, a second factor, and a content security policy that django-unfold can live with."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.sites import UnfoldAdminSite

from backend.accounts.factors import has_second_factor
from backend.accounts.second_factor import first

LOOSER = {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}
"""Unfold's Alpine evaluates its attributes and writes styles; inline scripts stay forbidden."""


class Site(UnfoldAdminSite):
    site_header = site_title = "Siklus"
    index_title = _("Admin server")

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        looser = csp_replace(LOOSER)(super().admin_view(view, cacheable))

        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if self.has_permission(request) and lacks_second_factor(request.user):
                return redirect(first(request.path))
            return looser(request, *args, **kwargs)

        return inner

    def login(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """One login for all of Siklus; to whom the admin is closed it does not exist."""
        if request.user.is_authenticated:
            raise Http404
        return redirect(f"{reverse('login')}?{urlencode({'next': reverse('admin:index')})}")


def lacks_second_factor(person: Any) -> bool:
    return settings.SECOND_FACTOR == "required" and not has_second_factor(person)


site = Site(name="admin")
