"""What can go wrong with a paper. Each docstring is the sentence the user reads when no better one is given."""


class DocumentError(Exception):
    """Dokumen tidak dapat dibuat."""

    def __init__(self, message: str = ""):
        super().__init__(message or " ".join((type(self).__doc__ or "").split()))


class ContentError(DocumentError):
    """Isi naskah belum lengkap atau tidak sah."""

    def __init__(self, message: str = "", problems: tuple[str, ...] = ()):
        super().__init__(message or "; ".join(problems))
        self.problems = problems


class UnknownTemplate(DocumentError):
    """Templat naskah ini tidak dikenal oleh versi Siklus yang terpasang."""


class NotDecided(DocumentError):
    """Naskah final memerlukan nomor, tanggal, dan pejabat yang menetapkan."""


class RenderFailed(DocumentError):
    """Penggambar melaporkan kesalahan; naskah yang cacat tidak disimpan."""


class AssetRefused(RenderFailed):
    """Naskah meminta berkas yang bukan bagian dari templatnya."""


class RendererDied(DocumentError):
    """Penggambar berhenti sebelum naskah selesai; coba lagi."""


class TooSlow(DocumentError):
    """Naskah terlalu lama digambar; kurangi isinya atau pecah lampirannya."""


class TooLarge(DocumentError):
    """Naskah memerlukan terlalu banyak memori; kurangi isinya atau pecah lampirannya."""


class TooManyPages(TooLarge):
    """Naskah melebihi jumlah halaman yang diizinkan; pecah lampirannya."""


class PaperUnsound(DocumentError):
    """PDF yang dihasilkan tidak lolos pemeriksaan dan tidak disimpan."""


class Unfit(DocumentError):
    """Berkas yang dikirim tidak dapat diterima."""


class NotAPicture(Unfit):
    """Unggah PDF, JPEG, PNG, atau WebP yang utuh; berkas ini bukan salah satunya."""


class PictureTooLarge(Unfit):
    """Gambar ini terlalu besar; perkecil ukurannya lalu unggah lagi."""


class PdfLocked(Unfit):
    """PDF ini terkunci kata sandi; unggah yang tidak terkunci."""


class PdfBroken(Unfit):
    """PDF ini rusak; buat atau pindai ulang."""


def by_name(name: str, message: str) -> DocumentError:
    """The error that travelled out of the box as its class name and its sentence."""
    family = {error.__name__: error for error in _family(DocumentError)}
    return family.get(name, RenderFailed)(message)


def _family(error: type[DocumentError]) -> list[type[DocumentError]]:
    return [error, *(deeper for child in error.__subclasses__() for deeper in _family(child))]
