"""What acts are called on buttons, in menus and in the API."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "approve": _("Setujui"),
    "decide": _("Setujui & tanda tangani"),
    "return_to_drafter": _("Kembalikan untuk perbaikan"),
    "return_to_step": _("Kembalikan ke langkah sebelumnya"),
    "reject": _("Tolak"),
    "withdraw": _("Tarik kembali"),
    "take_back": _("Batalkan"),
    "withdraw_decision": _("Tarik kembali penetapan"),
    "confirm_change": _("Setujui perubahan"),
    "refuse_change": _("Tolak perubahan"),
    "reassign": _("Alihkan ke kantor lain"),
    "ask_opinion": _("Minta pendapat"),
    "instruct": _("Disposisi"),
    "open_disposition": _("Buka disposisi"),
    "recall": _("Tarik kembali disposisi"),
    "answer_disposition": _("Kirim jawaban"),
    "give_opinion": _("Kirim pendapat"),
    "nudge": _("Ingatkan"),
    "type_number": _("Catat nomor"),
    "sign": _("Tanda tangani"),
    "record_ink": _("Catat tanda tangan basah"),
    "hand_in_scan": _("Unggah pindaian"),
    "confirm_scan": _("Pindaian cocok"),
    "refuse_scan": _("Pindaian tidak cocok"),
    "record_paper": _("Catat dari kertas"),
    "confirm": _("Cocok dengan kertasnya"),
    "refuse": _("Tidak cocok dengan kertasnya"),
    "submit": _("Ajukan"),
    "resubmit": _("Ajukan ulang"),
    "revise": _("Ubah naskah"),
    "enter_old": _("Catat keputusan lama"),
    "take_back_number": _("Tarik nomor"),
    "record_serials": _("Catat nomor seri kertas"),
    "convey": _("Catat penyampaian"),
    "report": _("Catat pelaporan"),
    "record_field_check": _("Isi pemeriksaan lapangan"),
    "launch": _("Catat pencanangan"),
    "finalise": _("Terbitkan"),
    "return_to_draft": _("Kembalikan ke konsep"),
    "cancel": _("Batalkan surat"),
    "replan": _("Ubah rencana kegiatan"),
    "enrol": _("Catat peserta"),
    "record_event": _("Catat pelaksanaan"),
    "report_event": _("Laporkan kegiatan"),
    "call_off": _("Batalkan kegiatan"),
    "adopt": _("Tetapkan rencana"),
    "record_visit": _("Catat kunjungan"),
    "excuse": _("Tiadakan dengan alasan"),
    "entrust": _("Serahkan"),
    "take_on": _("Tangani"),
    "answer": _("Jawab"),
    "decline": _("Tidak dapat dipenuhi"),
    "conclude": _("Nyatakan selesai"),
    "retry_work": _("Coba lagi"),
    "give_up_work": _("Hentikan"),
    "settle_signing": _("Pastikan tanda tangan"),
}

OF_THE_SYSTEM = {
    "receive_paper": _("Naskah akhir selesai dibuat"),
    "signing_failed": _("Tanda tangan belum selesai"),
    "service_back": _("Layanan tanda tangan pulih"),
    "put_in_force": _("Mulai berlaku"),
    "expire": _("Masa berlaku berakhir"),
    "miss": _("Kunjungan terlewat"),
}


def label_of_act(act: str) -> str:
    """What the journal's `routes.Assignment.approve` is called."""
    name = act.rsplit(".", 1)[-1]
    return str((LABELS | OF_THE_SYSTEM).get(name, name))
