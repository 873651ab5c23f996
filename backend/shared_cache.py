"""What all web processes count together: how often somebody asks, and whatever else may be forgotten at any time.

It lives in Redis beside Celery's queues. While Redis is down each process counts for itself: nobody is locked out by it,
and nobody is let in more often than the number of processes.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError


class AsJSON:
    """Data only: whoever can write into Redis must not be able to make a web process run his code."""

    def dumps(self, value: Any) -> bytes:
        return json.dumps(value).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


def or_alone(name: str) -> Callable[..., Any]:
    """The method of Redis' cache, or of the process's own while Redis does not answer."""
    shared = getattr(RedisCache, name)

    @wraps(shared)
    def either(self: "SharedCache", *args: Any, **given: Any) -> Any:
        try:
            return shared(self, *args, **given)
        except RedisError:
            return getattr(self.alone, name)(*args, **given)

    return either


class SharedCache(RedisCache):
    def __init__(self, server: str, params: dict[str, Any]):
        super().__init__(server, params)
        self.alone = LocMemCache("while Redis is down", {})

    add, get, set, touch, delete = (or_alone(name) for name in ("add", "get", "set", "touch", "delete"))
    get_many, has_key, incr, set_many, delete_many = (
        or_alone(name) for name in ("get_many", "has_key", "incr", "set_many", "delete_many")
    )

    def clear(self) -> None:
        """Forget what is ours. Redis' own way would forget Celery's queues as well."""
        self.alone.clear()
        client = self._cache.get_client(write=True)
        for key in client.scan_iter(match=f"{self.key_prefix}:*"):
            client.delete(key)
