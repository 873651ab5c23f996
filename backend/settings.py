"""Every setting of Siklus, read from the environment; docs/settings.md lists the variables.

Safe by default: without SIKLUS_ENV this is production, and production refuses to start with unsafe values.
"""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONCE
from django.contrib.messages.constants import ERROR, SUCCESS, WARNING
from django.core.exceptions import ImproperlyConfigured

from backend.figures.open_data.licence import LICENCES
from backend.static_files import add_headers, fingerprint
from documents.ledger.keys import private_key

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, default: bool = False) -> bool:
    """The environment variable as a yes or no: 1, true and yes mean yes."""
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes"}


def words(name: str, default: str = "") -> list[str]:
    """The environment variable as a list, separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def is_key(text: str) -> bool:
    """Whether a text is a key as Fernet wants it: 32 bytes in URL-safe base64."""
    try:
        return len(urlsafe_b64decode(text)) == 32
    except ValueError:
        return False


# --- Where and how we run -------------------------------------------------------------------------------------------

ENVIRONMENTS = ("production", "demo", "test")
ENVIRONMENT = os.environ.get("SIKLUS_ENV", "production")
PRODUCTION = ENVIRONMENT == "production"
BEHIND_PROXY = flag("SIKLUS_BEHIND_PROXY")
DEBUG = flag("SIKLUS_DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY", "" if PRODUCTION else "only-for-demo-and-tests-" * 3)
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1],testserver")
BASE_URL = os.environ.get("BASE_URL", "" if PRODUCTION else "http://127.0.0.1:8000").rstrip("/")
STATE_DIR = Path(os.environ.get("SIKLUS_FILES", BASE_DIR / ".siklus"))
ARCHIVE_DIR = STATE_DIR / "archive"
OUTBOX_MAIL_DIR = STATE_DIR / "mail"
LEDGER_DIR = STATE_DIR / "ledger"
LEDGER_KEY = os.environ.get("SIKLUS_LEDGER_KEY", "")
LEDGER_ORIGIN = f"{BASE_URL.partition('://')[2]}/ledger"
"""The name under which checkpoints are signed."""
FIELD_KEYS = words("SIKLUS_FIELD_KEY", "" if PRODUCTION else urlsafe_b64encode(sha256(SECRET_KEY.encode()).digest()).decode())


# --- Database and Redis ---------------------------------------------------------------------------------------------

DATABASE_URL = os.environ.get("DATABASE_URL") or "postgres:///siklus"
REDIS_URL = os.environ.get("REDIS_URL", "" if PRODUCTION else "redis://127.0.0.1:6379/0")


def database(url: str) -> dict[str, object]:
    """Django's settings for one database.

    Generic plans are worth a factor of three for the statements that the one door prepares; Django's own SQL is bound
    by the client and prepares nothing, so the option does not touch it. The estimates of those plans are coarse and
    high, so that a PostgreSQL with JIT would compile for longer than an act lasts.
    """
    settings: dict[str, object] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    return settings | {"OPTIONS": {"options": "-c plan_cache_mode=force_generic_plan -c jit=off"}}


DATABASES = {"default": database(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def broker_url(redis_url: str) -> str:
    """The URL as Celery's transport spells it: `unix:///run/r.sock?db=1` is `redis+socket:///run/r.sock?virtual_host=1`."""
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    return f"redis+socket://{parts.path}?{parts.query.replace('db=', 'virtual_host=')}"


CACHES = {
    "default": {
        "BACKEND": "backend.shared_cache.SharedCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "siklus",
        "OPTIONS": {
            "serializer": "backend.shared_cache.AsJSON",
            "socket_connect_timeout": 0.5,
            "socket_timeout": 0.5,
        },
    }
}

# PostgreSQL is the only truth and Celery a doorbell: results are not kept, a message may come twice.
CELERY_BROKER_URL = broker_url(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 60,  # seconds; longer than the longest task, as every task has a time limit below it
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 1,
    "socket_timeout": 10,
}
CELERY_TASK_PUBLISH_RETRY = False  # what could not be rung is rung again by the scheduler
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 45
CELERY_TASK_TIME_LIMIT = 55
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000  # KB
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30  # seconds for what is at hand when a worker is asked to end
CELERY_WORKER_HIJACK_ROOT_LOGGER = False


# --- Applications ---------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "backend",
    "backend.accounts",
    "backend.administration",
    "worker",
    "documents.ledger",
    "documents",
    "workflows.meetings",
    "workflows.contests",
    "workflows.evaluations",
    "workflows.reports",
    "workflows.coaching",
    "workflows.letters",
    "workflows.decrees",
    "workflows.villages",
    "workflows.signing",
    "workflows.routes",
    "workflows.organisation",
    "workflows.core",
    "unfold.apps.BasicAppConfig",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

MIDDLEWARE = [
    "backend.headers.permissions",
    "backend.once.tell_the_way",
    "django.middleware.security.SecurityMiddleware",
    "backend.static_files.Compressed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "backend.offline.same_person.same_person",
    "allauth.account.middleware.AccountMiddleware",
    "backend.accounts.devices.LastSeen",
    "backend.accounts.kept_pages.KeptForms",
    "backend.accounts.second_factor.SecondFactorFirst",
    "backend.administration.set_up.first_run.first_run",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "backend.api.rates.tell",
    "backend.collisions.Collisions",
]

ROOT_URLCONF = "backend.urls"
WSGI_APPLICATION = "backend.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["backend.templatetags.lembar"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "backend.pages.notices.head",
            ]
        },
    }
]
UNFOLD = {"SITE_TITLE": "Siklus", "SITE_HEADER": "Siklus: admin server"}
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "backend.accounts.keys.KeyAuthentication",  # first: it says how to log in (401), a session says 403
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated", "backend.accounts.permission.MayAct"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["backend.api.parsing.StorableJSONParser"],
    "DEFAULT_THROTTLE_CLASSES": [
        "backend.api.rates.AnonRate",
        "backend.api.rates.UserRate",
    ],
    "NUM_PROXIES": 1 if BEHIND_PROXY else 0,  # whose word about the asker's address counts; else anybody could say it
    "DEFAULT_THROTTLE_RATES": {"anon": "60/min", "user": "600/min", "login": "10/min", "uploads": "60/min", "public": "120/min"},
    "EXCEPTION_HANDLER": "backend.api.errors.answer",
}
LARGEST_UPLOAD = 10 * 1024 * 1024  # bytes
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes of a request besides its files
SPECTACULAR_SETTINGS = {
    "TITLE": "Siklus",
    "VERSION": "0.1.0",
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": "/api",
    "ENUM_NAME_OVERRIDES": {
        "RegionKind": "workflows.organisation.models.Kind",
        "RegionLevel": "workflows.organisation.models.Level",
        "ContestLevel": "workflows.contests.states.ContestLevel",
        "CompetitionState": "workflows.contests.states.CompetitionState",
        "EntryState": "workflows.contests.states.EntryState",
        "AssignmentKind": "workflows.routes.states.AssignmentKind",
        "AssignmentState": "workflows.routes.states.AssignmentState",
        "StepKind": "workflows.routes.models.KINDS_OF_STEPS",
        "RouteState": "workflows.routes.states.RouteState",
        "PaperState": "workflows.routes.states.PaperState",
        "KampungState": "workflows.villages.states.KampungState",
        "ProposalState": "workflows.villages.states.ProposalState",
        "EvidenceKind": "workflows.villages.states.EvidenceKind",
        "DecreeKind": "workflows.decrees.states.DecreeKind",
        "DecreeState": "workflows.decrees.states.DecreeState",
        "EffectKind": "workflows.decrees.states.EffectKind",
        "LetterKind": "workflows.letters.states.LetterKind",
        "LetterState": "workflows.letters.states.LetterState",
        "RoundState": "workflows.evaluations.states.RoundState",
        "EvaluationState": "workflows.evaluations.states.EvaluationState",
        "RakorState": "workflows.meetings.states.RakorState",
        "SeatState": "workflows.meetings.states.SeatState",
        "SeatAnswer": "workflows.meetings.states.Answer",
        "SheetState": "workflows.meetings.states.SheetState",
        "MotionKind": "workflows.meetings.states.MotionKind",
        "MotionState": "workflows.meetings.states.MotionState",
        "ReportChannel": "workflows.reports.states.Channel",
        "ReportState": "workflows.reports.states.ReportState",
        "LinkKind": "workflows.decrees.states.LinkKind",
        "NumberState": "workflows.decrees.states.NumberState",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "backend.api.schema.with_problems",
    ],
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},  # else the page asks a foreign host about ours
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}


# --- People and their sessions --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisation.Person"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
MESSAGE_TAGS = {SUCCESS: "done", ERROR: "refused", WARNING: "conflict"}  # the looks of a banner
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "backend.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}  # a telephone number is looked up by our own form
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]  # nobody signs up: people come by invitation
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True  # as long as SESSION_COOKIE_AGE
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # only the other logins end
ACCOUNT_USER_DISPLAY = "backend.accounts.adapter.full_name"
ACCOUNT_FORMS = {"login": "backend.accounts.forms.LoginForm"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
MFA_ADAPTER = "backend.accounts.factors.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
DEMO_PASSWORD = os.environ.get("SIKLUS_DEMO_PASSWORD", "contoh-kampung-kb") if ENVIRONMENT == "demo" else ""
OIDC_URL = os.environ.get("SIKLUS_OIDC_URL", "").rstrip("/")
OIDC_CLAIM = os.environ.get("SIKLUS_OIDC_CLAIM", "email")
OIDC = {
    "provider_id": "sso",
    "name": os.environ.get("SIKLUS_OIDC_NAME", "akun instansi"),
    "client_id": os.environ.get("SIKLUS_OIDC_CLIENT", ""),
    "secret": os.environ.get("SIKLUS_OIDC_SECRET", ""),
    "settings": {"server_url": OIDC_URL, "oauth_pkce_enabled": True},
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [OIDC] if OIDC_URL else []}}
SOCIALACCOUNT_ADAPTER = "backend.accounts.single_sign_on.SingleSignOn"
SECOND_FACTOR = "required" if PRODUCTION else os.environ.get("SIKLUS_SECOND_FACTOR", "optional")
"""Whether signatories must have one. Example people share a public password, so that a demo need not."""
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60  # one working day


# --- Signatures: BSrE, or for demos and tests our own test authority ------------------------------------------------

SIGNERS = ("local", "bsre1", "bsre2")
SIGNER = os.environ.get("SIKLUS_SIGNER", "" if PRODUCTION else "local")  # empty: papers are signed with ink
LOCAL_SIGNER_ALLOWED = flag("SIKLUS_LOCAL_SIGNER_ALLOWED")
LOCAL_SIGNER_DIR = STATE_DIR / "signing"
BSRE_URL = os.environ.get("SIKLUS_BSRE_URL", "").rstrip("/")
BSRE_USER = os.environ.get("SIKLUS_BSRE_USER", "")
BSRE_PASSWORD = os.environ.get("SIKLUS_BSRE_PASSWORD", "")
BSRE_CA_FILE = os.environ.get("SIKLUS_BSRE_CA_FILE", "")
TRUST_DIR = Path(os.environ["SIKLUS_TRUST"]) if os.environ.get("SIKLUS_TRUST") else None


# --- Language, time, static files -----------------------------------------------------------------------------------

HELP_NAME = os.environ.get("SIKLUS_HELP_NAME", "")
HELP_WHATSAPP = os.environ.get("SIKLUS_HELP_WHATSAPP", "")
"""Who helps: an office or person by name, and the number that answers, written 62812…"""

OPEN_DATA_LICENCE = os.environ.get("SIKLUS_OPEN_DATA_LICENCE", "")
"""Under which terms open data may be used, once the district has decided; empty: CC-BY-4.0, told as not confirmed (UNVERIFIED)."""

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "staticfiles")) if PRODUCTION else None
WHITENOISE_USE_FINDERS = not PRODUCTION  # demo and tests need no collectstatic
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers
WHITENOISE_MAX_AGE = 60 if PRODUCTION else 24 * 60 * 60  # seconds, of what has no hash in its name; those with one stay for good
STATICFILES_STORAGE_CLASS = (
    "backend.static_files.Collected"
    if PRODUCTION
    else "backend.static_files.Versioned"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATICFILES_STORAGE_CLASS},
}
MEDIA_ROOT = STATE_DIR / "attachments"


# --- Messages: a demo and a replay write files, so that nobody real is written to -------------------------------------

DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "siklus@localhost")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if PRODUCTION else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = OUTBOX_MAIL_DIR
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 10
WHATSAPP_GATEWAY = os.environ.get("SIKLUS_WHATSAPP", "")  # addresses as Apprise writes them, with {to} and {id}; docs/telling.md
TELEGRAM_GATEWAY = os.environ.get("SIKLUS_TELEGRAM", "")
WEBHOOKS_ANYWHERE = not PRODUCTION  # a demo may post to this very machine, production only over TLS to public addresses


# --- Log: to standard error, which whoever runs the process keeps ---------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "pyhanko": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}


# --- Safety ---------------------------------------------------------------------------------------------------------

HTTPS = flag("SIKLUS_HTTPS", PRODUCTION)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from inside, by the container's own health check
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "backend.accounts.kept_pages.csrf_failure"
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL.startswith("https://") else []
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", fingerprint(), NONCE],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'", *([f"{urlsplit(OIDC_URL).scheme}://{urlsplit(OIDC_URL).netloc}"] if OIDC_URL else [])],
        "frame-ancestors": ["'none'"],
    }
}


def ledger_key() -> bool:
    """Whether the ledger has a key that can sign."""
    with suppress(ValueError):
        return bool(private_key(LEDGER_KEY))
    return False


def unsafe_values() -> list[str]:
    """What production must not start with, one sentence each, naming the variable and what to do."""
    checks = {
        "SECRET_KEY is missing or shorter than 50 characters: give a long random text.": len(SECRET_KEY) < 50,
        "SIKLUS_DEBUG is on: it shows the program's inside to strangers. Remove it.": DEBUG,
        "ALLOWED_HOSTS is empty: name the host names that you serve, separated by commas.": not ALLOWED_HOSTS,
        "ALLOWED_HOSTS has a wildcard: name each host.": any("*" in host for host in ALLOWED_HOSTS),
        "DATABASE_URL is missing: postgres://user:password@host/name.": not os.environ.get("DATABASE_URL"),
        "REDIS_URL is missing: redis://host:6379/0.": not REDIS_URL,
        "BASE_URL is missing: the address that links in e-mails and QR codes lead to.": not BASE_URL,
        "SIKLUS_OIDC_URL is no https:// address, or SIKLUS_OIDC_CLIENT or SIKLUS_OIDC_SECRET is missing.": bool(OIDC_URL)
        and not (OIDC_URL.startswith("https://") and OIDC["client_id"] and OIDC["secret"]),
        "SIKLUS_FIELD_KEY is missing: it encrypts second factors, kept forms and the NIK of signatories.": not FIELD_KEYS,
        "SIKLUS_FIELD_KEY has a key that is none: each is 32 random bytes in URL-safe base64.": not all(map(is_key, FIELD_KEYS)),
        "SIKLUS_FILES is missing: the folder of the archive, outside the program.": "SIKLUS_FILES" not in os.environ,
        "SIKLUS_LEDGER_KEY is missing or no Ed25519 key: `openssl genpkey -algorithm ed25519` makes one.": not ledger_key(),
    }
    return [sentence for sentence, unsafe in (checks | unsafe_signing()).items() if unsafe]


def unsafe_signing() -> dict[str, bool]:
    """The same about signatures."""
    bsre, secure = SIGNER.startswith("bsre"), BSRE_URL.startswith("https://")
    return {
        "SIKLUS_SIGNER is not known: local, bsre1, bsre2, or nothing for ink.": SIGNER not in ("", *SIGNERS),
        "SIKLUS_SIGNER is local: its signatures are not certified. Choose bsre1 or bsre2, leave it empty for ink, or allow "
        "a rehearsal with SIKLUS_LOCAL_SIGNER_ALLOWED=1.": SIGNER == "local" and not LOCAL_SIGNER_ALLOWED,
        "SIKLUS_BSRE_URL is no https:// address: passphrases travel to it.": bsre and not secure,
        "SIKLUS_BSRE_USER or SIKLUS_BSRE_PASSWORD is missing.": bsre and not (BSRE_USER and BSRE_PASSWORD),
    }


if OPEN_DATA_LICENCE not in ("", *LICENCES):
    raise ImproperlyConfigured(f"SIKLUS_OPEN_DATA_LICENCE is {OPEN_DATA_LICENCE!r}; it must be one of {', '.join(LICENCES)}.")
if ENVIRONMENT not in ENVIRONMENTS:
    raise ImproperlyConfigured(f"SIKLUS_ENV is {ENVIRONMENT!r}; it must be one of {', '.join(ENVIRONMENTS)}.")
if PRODUCTION and (unsafe := unsafe_values()):
    raise ImproperlyConfigured("Siklus does not start in production:\n- " + "\n- ".join(unsafe))
