"""What each act on a task does, which form it takes, and how the history tells it; `backend.words` says what it is called."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import disposition_forms, forms

Words = str | Promise


@dataclass(frozen=True)
class Button:
    """`consequence` is printed under the button: three different acts have three different consequences.

    `main` is what a task of some kind asks for: it stands in the decision bar.
    """

    consequence: Words
    form: type[forms.ActForm] = forms.ActForm
    danger: bool = False
    main: bool = False


BUTTONS = {
    "approve": Button(_("Berkas berlanjut ke langkah berikutnya."), forms.WithNote, main=True),
    "decide": Button(_("Lalu Anda menandatangani naskah akhirnya."), forms.WithNote, main=True),
    "initial": Button(_("Surat berlanjut ke paraf berikutnya atau ke penanda tangannya."), forms.WithNote, main=True),
    "sign": Button(_("Keputusan bernomor ini berlaku dan semua yang tercantum diberi tahu."), forms.WithNote, main=True),
    "type_number": Button(_("Nomor dan tanggal dibekukan; naskah akhir dibuat."), forms.TypeNumber, main=True),
    "record_ink": Button(_("Tanggal tanda tangan menjadi tanggal penetapan; lalu naskah diberi nomor."), forms.RecordInk, main=True),
    "hand_in_scan": Button(_("Orang kedua mencocokkannya sebelum keputusan berlaku."), forms.HandInScan, main=True),
    "confirm_scan": Button(_("Keputusan berlaku dan semua yang tercantum diberi tahu."), main=True),
    "refuse_scan": Button(_("Pindaian diunggah ulang; yang keliru tetap disimpan."), forms.WithReason, danger=True),
    "confirm_change": Button(_("Persetujuan Anda berlaku untuk naskah yang sekarang."), main=True),
    "refuse_change": Button(_("Berkas kembali ke penyusun dengan alasan Anda."), forms.ToDrafter),
    "give_opinion": Button(_("Pendapat Anda sampai ke kantor yang bertanya."), forms.GiveOpinion, main=True),
    "confirm": Button(_("Tindakan pejabat itu dicatat atas namanya pada tanggal di kertas."), main=True),
    "refuse": Button(_("Catatan dibatalkan dan dapat dicatat ulang."), forms.WithReason, danger=True),
    "return_to_drafter": Button(_("Penyusun memperbaiki, lalu mengajukan ulang kepada Anda."), forms.ToDrafter),
    "return_to_step": Button(_("Kantor itu memeriksa lagi, lalu berkas kembali kepada Anda."), forms.ToStep),
    "reject": Button(_("Berkas berakhir di sini dan tidak dapat diajukan ulang."), forms.WithReason, danger=True),
    "ask_opinion": Button(_("Tugas Anda tetap terbuka sementara kantor lain menjawab."), forms.AskOpinion),
    "answer_disposition": Button(_("Jawaban Anda sampai ke pemberi disposisi."), disposition_forms.Answer, main=True),
    "recall": Button(_("Selama belum dibaca, penerima tidak perlu menindaklanjutinya."), danger=True),
    "instruct": Button(_("Kantor itu mendapat tugas dengan tenggat; tugas Anda tetap di tempatnya."), disposition_forms.Instruct),
    "reassign": Button(_("Tugas ini pindah ke kantor sejenis atau atasannya."), forms.ToOffice),
    "withdraw": Button(_("Tugas terbuka lagi bagi kantor Anda, selama belum ada yang bertindak sesudahnya."), forms.WithNote),
    "withdraw_decision": Button(_("Penetapan dibatalkan dan nomornya tercatat batal, dengan alasan Anda."), forms.WithReason, danger=True),
}  # fmt: skip
"""Name of the transition → its button, in the order in which they are shown."""

OF_LETTERS = {
    "sign": _("Tanda tangan Anda tercatat; lalu giliran berikutnya, atau surat selesai."),
    "record_ink": _("Sesudah itu pindaiannya diunggah."),
    "hand_in_scan": _("Orang kedua mencocokkannya sebelum surat selesai."),
    "confirm_scan": _("Surat selesai ditandatangani."),
}
"""Where an act has another consequence for a letter than for a decree."""

SENTENCES = {
    "submit": _("mengajukan berkas"),
    "resubmit": _("mengajukan ulang berkas"),
    "revise": _("mengubah naskah"),
    "approve": _("menyetujui"),
    "decide": _("menetapkan keputusan"),
    "return_to_drafter": _("mengembalikan berkas kepada penyusun"),
    "return_to_step": _("mengembalikan berkas ke langkah sebelumnya"),
    "reject": _("menolak berkas"),
    "withdraw": _("menarik kembali"),
    "withdraw_decision": _("menarik kembali penetapan"),
    "confirm_change": _("menyetujui perubahan naskah"),
    "refuse_change": _("menolak perubahan naskah"),
    "reassign": _("mengalihkan tugas"),
    "take_back": _("membatalkan persetujuan"),
    "ask_opinion": _("meminta pendapat"),
    "instruct": _("memberi disposisi"),
    "open_disposition": _("membuka disposisi"),
    "recall": _("menarik kembali disposisi"),
    "answer_disposition": _("menjawab disposisi"),
    "give_opinion": _("memberi pendapat"),
    "type_number": _("mencatat nomor"),
    "initial": _("membubuhkan paraf"),
    "sign": _("menandatangani"),
    "record_ink": _("mencatat tanda tangan basah"),
    "hand_in_scan": _("mengunggah pindaian"),
    "confirm_scan": _("mencocokkan pindaian"),
    "refuse_scan": _("menolak pindaian"),
    "record_paper": _("mencatat tindakan dari kertas"),
    "confirm": _("mencocokkan catatan dengan kertasnya"),
    "refuse": _("menolak catatan dari kertas"),
    "receive_paper": _("menerima naskah akhir"),
    "signing_failed": _("mencatat tanda tangan yang belum selesai"),
    "service_back": _("mencatat layanan tanda tangan pulih"),
    "put_in_force": _("memberlakukan keputusan"),
    "expire": _("mengakhiri masa berlaku"),
    "enter_old": _("memasukkan keputusan lama"),
    "take_back_number": _("menarik nomor"),
    "record_serials": _("mencatat nomor seri kertas"),
    "convey": _("mencatat penyampaian"),
    "report": _("mencatat pelaporan"),
    "record_field_check": _("mencatat pemeriksaan lapangan"),
    "launch": _("mencatat pencanangan"),
    "finalise": _("menerbitkan surat"),
    "return_to_draft": _("mengembalikan surat ke konsep"),
    "cancel": _("membatalkan surat"),
    "nudge": _("mengingatkan"),
    "nudge_drafter": _("mengingatkan penyusun untuk memperbaiki"),
    "remind": _("mengingatkan tenggat"),
    "remind_late": _("menegur keterlambatan"),
    "escalate": _("menyampaikan keterlambatan kepada atasan"),
    "remind_drafter": _("mengingatkan tenggat perbaikan"),
    "remind_drafter_late": _("menegur keterlambatan perbaikan"),
    "escalate_drafter": _("menyampaikan keterlambatan perbaikan kepada atasan"),
    "replan": _("mengubah rencana kegiatan"),
    "enrol": _("mencatat peserta"),
    "record_event": _("mencatat pelaksanaan kegiatan"),
    "report_event": _("melaporkan kegiatan"),
    "call_off": _("membatalkan kegiatan"),
    "remind_listed": _("mengingatkan peserta"),
    "adopt": _("menetapkan rencana pembinaan"),
    "record_visit": _("mencatat kunjungan pembinaan"),
    "excuse": _("meniadakan kunjungan dengan alasan"),
    "miss": _("mencatat kunjungan terlewat"),
    "entrust": _("menyerahkan kebutuhan"),
    "take_on": _("menangani kebutuhan"),
    "answer": _("menjawab kebutuhan"),
    "decline": _("menyatakan kebutuhan tidak dapat dipenuhi"),
    "settle": _("menyatakan kebutuhan selesai"),
    "send": _("mengirim laporan"),
    "correct": _("membetulkan laporan"),
    "merge": _("menggabungkan laporan"),
    "retry_work": _("mencoba lagi pekerjaan macet"),
    "give_up_work": _("menghentikan pekerjaan macet"),
    "settle_signing": _("memastikan hasil permintaan tanda tangan"),
    "open": _("membuka putaran evaluasi"),
    "reschedule": _("mengubah jadwal putaran evaluasi"),
    "close_answers": _("menutup pengisian evaluasi"),
    "bring_to_rakor": _("membawa evaluasi ke rakor"),
    "conclude": _("menutup putaran evaluasi"),
    "recompute": _("menghitung ulang hasil evaluasi"),
    "admit_late": _("menerima pengisian terlambat"),
    "reopen": _("membuka kembali pengisian evaluasi"),
    "invite": _("mengundang ke rakor"),
    "move_rakor": _("mengubah jadwal rakor"),
    "seat_more": _("menambah undangan rakor"),
    "cancel_rakor": _("membatalkan rakor"),
    "open_meeting": _("membuka rakor"),
    "turn_to": _("beralih ke acara lain"),
    "answer_invitation": _("menjawab undangan rakor"),
    "take_back_answer": _("menarik jawaban undangan rakor"),
    "arrive": _("mencatat kehadiran"),
    "leave": _("mencatat kepulangan"),
    "undo_arrival": _("membatalkan catatan kehadiran"),
    "take_sheet_away": _("mencabut lembar daftar hadir"),
    "resolve": _("mencatat keputusan rakor"),
    "answer_follow_up": _("menjawab tindak lanjut"),
    "decline_follow_up": _("menyatakan tindak lanjut tidak dapat dipenuhi"),
    "withdraw_motion": _("mencabut keputusan rakor"),
    "end_meeting": _("mengakhiri rakor"),
    "take_up_again": _("membuka kembali rakor"),
    "sign_record": _("mencatat berita acara rakor ditandatangani"),
    "execute": _("melaksanakan keputusan rakor"),
    "note_obstacles": _("mencatat keputusan rakor yang belum dapat dilaksanakan"),
    "announce": _("mengumumkan lomba"),
    "seat_jury": _("mencatat juri"),
    "begin_judging": _("memulai penilaian"),
    "vote": _("memberi suara ketua juri"),
    "lock_ranking": _("mengunci peringkat"),
    "award": _("mencatat penetapan pemenang"),
    "contests.Competition.cancel": _("membatalkan lomba"),
    "contests.Competition.enter_old": _("mencatat hasil lomba yang lalu"),
    "contests.RubricDraft.publish": _("menerbitkan rubrik"),
    "retract": _("menarik hasil lomba lama"),
    "nominate": _("mencalonkan peserta"),
    "contests.Entry.withdraw": _("menarik peserta dari lomba"),
    "check_papers": _("menyatakan berkas peserta lengkap"),
    "shortlist": _("memasukkan peserta ke nominasi"),
    "present": _("mencatat pemaparan"),
    "verify_in_the_field": _("mencatat tinjauan lapangan"),
    "disqualify": _("mendiskualifikasi peserta"),
    "forward": _("mengajukan peserta ke tingkat berikutnya"),
    "score": _("menyimpan lembar nilai"),
    "recuse": _("menyatakan tidak menilai"),
    "appeal": _("mengajukan sanggahan"),
    "dismiss": _("menolak sanggahan"),
    "uphold": _("menerima sanggahan"),
}
"""Name of the transition → what the history says that somebody did."""


def sentence_of(act: str) -> str:
    """What somebody did, by the journal's `routes.Assignment.approve`."""
    name = act.rpartition(".")[2]
    return str(SENTENCES.get(act) or SENTENCES.get(name) or name)
