from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import Rule, all_of

from ..ways import ELECTRONIC, Way

WORDS = _(
    "Naskah ini ditandatangani secara elektronik: buka halaman tanda tangan tugas ini dan sahkan dengan kata sandi Anda."
)


def its_paper_is_signed(way: Way) -> Rule:
    """The holder of this very task has put a good signature on the paper that the file stands on now."""

    def failing(tasks):
        paper = OuterRef(f"file__{way.subject}__paper")
        good = all_of("signing.SigningOutcome").filter(assignment=OuterRef("pk"), code="", request__paper=paper)
        return tasks.filter(**{f"file__{way.subject}__signing": ELECTRONIC}).filter(~Exists(good))

    failing.__name__ = "its_paper_is_signed"
    return Rule(failing, WORDS, _("penanda tangan"))
