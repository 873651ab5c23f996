"""What can go wrong with a job. The docstring is the sentence that is noted when no better one is given."""


class WorkerError(Exception):
    """Pekerjaan ini gagal."""

    def __init__(self, message: str = ""):
        super().__init__(message or " ".join((type(self).__doc__ or "").split()))


class Permanent(WorkerError):
    """Mencoba lagi tidak akan menolong."""


class UnknownTopic(Permanent):
    """Tidak ada yang tahu cara mengerjakan topik ini."""


class BadAddress(Permanent):
    """Alamat surel atau nomor ini tidak sah atau ditolak oleh servernya."""


class GatewayFailed(WorkerError):
    """Gerbang pesan tidak menerima pesan ini."""


class UnsafeAddress(Permanent):
    """Ke alamat ini tidak boleh dikirim."""


class Unreachable(WorkerError):
    """Penerima tidak dapat dihubungi."""


class NotAccepted(WorkerError):
    """Penerima tidak menerima pesan ini."""


class Gone(Permanent):
    """Penerima menjawab 410: ia tidak ingin menerima apa pun lagi."""


class LostLease(WorkerError):
    """Pekerjaan ini sudah diambil alih pekerja lain."""


class WorkerDied(WorkerError):
    """Pekerja berhenti di tengah pekerjaan ini, setiap kali dicoba."""


class NotQuiet(WorkerError):
    """Masih ada pekerjaan yang belum selesai."""
