"""What a load balancer, the compose file and `./siklus demo` ask."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from worker.pulse import fares


def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the database answers, else 503. Redis is only a doorbell: its absence is no illness.

    `outbox` is a flag for people (`late`, `parked`), not a reason to take the web away.
    """
    try:
        return JsonResponse({"database": "ok", "outbox": fares()})
    except DatabaseError:
        return JsonResponse({"database": "unreachable"}, status=503)
