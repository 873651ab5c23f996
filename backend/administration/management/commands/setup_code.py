from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from backend.administration.set_up.code import needed, new_code


class Command(BaseCommand):
    help = "Prints a one-time code that opens the first run (/mulai/). A new code replaces the last."

    def handle(self, *args: Any, **options: Any) -> None:
        if not needed():
            self.stdout.write("Siklus sudah disiapkan; kode penyiapan tidak diperlukan lagi.")
            return
        self.stdout.write(f"Kode penyiapan: {new_code()}   (sekali pakai, di {settings.BASE_URL}/mulai/)")
