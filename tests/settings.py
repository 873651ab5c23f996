"""The project's settings, with a Redis database and a folder of files for each process of a test run."""

import os
from typing import Any

os.environ.setdefault("SIKLUS_ENV", "test")
if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    address, _, query = os.environ["REDIS_URL"].partition("?")
    number = int(worker.removeprefix("gw")) + 1
    if address.startswith("unix:"):
        os.environ["REDIS_URL"] = f"{address}?db={number}"
    else:
        os.environ["REDIS_URL"] = f"{address.rsplit('/', 1)[0]}/{number}"
    if not os.environ["SIKLUS_FILES"].endswith(f"/{worker}"):  # a process that a test starts inherits what we set here
        os.environ["SIKLUS_FILES"] += f"/{worker}"

# Playwright keeps an event loop in the thread of the tests, and Django would take that thread for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

from backend.settings import *  # noqa: E402, F403
from backend.settings import CACHES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and only ever for example people
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
options: Any = CACHES["default"]["OPTIONS"]
options |= {"socket_connect_timeout": 30, "socket_timeout": 30}  # the Redis of a busy machine is not down
