"""Whether what is begun is made up: then every page and paper of it says CONTOH."""

from django.conf import settings


def made_up(example: bool = False) -> bool:
    """Because whoever begins it says so (a story, or what it is about), or because all here is, as in the demo."""
    return example or settings.ENVIRONMENT == "demo"
