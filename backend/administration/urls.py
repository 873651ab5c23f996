"""Addresses of this room."""

from django.urls import path

from . import bases_views as bases
from . import import_views as imports
from . import office_views as offices
from . import partner_views as partners
from . import people_views as people
from . import route_views as routes
from . import signing_views as signings
from . import stuck_views as stuck
from .lacking import lacking
from .set_up import views as first

urlpatterns = [
    path("mulai/", first.set_up, name="set-up"),
    path("mulai/<str:step>/", first.set_up_step, name="set-up-step"),
    path("pengelolaan/", lacking, name="lacking"),
    path("pengelolaan/orang/", people.people, name="people"),
    path("pengelolaan/orang/<int:pk>/", people.person, name="person"),
    path("pengelolaan/orang/<int:pk>/ubah/", people.edit_person, name="edit-person"),
    path("pengelolaan/jabatan/", offices.offices, name="offices"),
    path("pengelolaan/jabatan/mitra/", partners.new_partner, name="new-partner"),
    path("pengelolaan/jabatan/<int:pk>/", offices.office, name="office"),
    path("pengelolaan/jabatan/<int:office>/orang-baru/", people.new_person, name="new-person"),
    path("pengelolaan/jabatan/<int:pk>/tugaskan/", offices.appoint_to, name="appoint"),
    path("pengelolaan/jabatan/<int:pk>/akhiri/<int:mandate>/", offices.end_mandate, name="end-mandate"),
    path("pengelolaan/jabatan/<int:pk>/nama/", offices.name_office, name="name-office"),
    path("pengelolaan/jabatan/<int:pk>/buku-nomor/", offices.set_register, name="set-register"),
    path("pengelolaan/alur/", routes.routes, name="routes"),
    path("pengelolaan/alur/<int:pk>/", routes.route, name="route"),
    path("pengelolaan/alur/<int:pk>/salin/", routes.copy_route, name="copy-route"),
    path("pengelolaan/alur/<int:pk>/ubah/", routes.edit_route, name="edit-route"),
    path("pengelolaan/alur/<int:pk>/buang/", routes.discard_route, name="discard-route"),
    path("pengelolaan/alur/<int:pk>/terbitkan/", routes.publish_route, name="publish-route"),
    path("pengelolaan/dasar-hukum/", bases.bases, name="bases"),
    path("pengelolaan/dasar-hukum/tambah/", bases.add_basis, name="add-basis"),
    path("pengelolaan/dasar-hukum/lazim/", bases.take_usual_bases, name="take-usual-bases"),
    path("pengelolaan/dasar-hukum/<int:pk>/verifikasi/", bases.verify_basis, name="verify-basis"),
    path("pengelolaan/dasar-hukum/<int:pk>/akhiri/", bases.end_basis, name="end-basis"),
    path("pengelolaan/macet/", stuck.stuck, name="stuck"),
    path("pengelolaan/macet/<int:pk>/ulang/", stuck.retry_job, name="retry-job"),
    path("pengelolaan/macet/<int:pk>/hentikan/", stuck.give_up_job, name="give-up-job"),
    path("pengelolaan/macet/jadwal/<int:pk>/ulang/", stuck.retry_due, name="retry-due"),
    path("pengelolaan/macet/tanda-tangan/<int:pk>/", signings.doubtful_signing, name="doubtful-signing"),
    path("pengelolaan/macet/tanda-tangan/<int:pk>/tanya/", signings.ask_signer_again, name="ask-signer-again"),
    path("pengelolaan/macet/tanda-tangan/<int:pk>/sudah/", signings.settle_signed, name="settle-signed"),
    path("pengelolaan/macet/tanda-tangan/<int:pk>/belum/", signings.settle_unsigned, name="settle-unsigned"),
    path("pengelolaan/impor/", imports.imports, name="imports"),
    path("pengelolaan/impor/baru/<str:kind>/", imports.new_import, name="new-import"),
    path("pengelolaan/impor/baru/<str:kind>/templat.xlsx", imports.import_template, name="import-template"),
    path("pengelolaan/impor/<int:pk>/", imports.show_import, name="import"),
    path("pengelolaan/impor/<int:pk>/kolom/", imports.import_columns, name="import-columns"),
    path("pengelolaan/impor/<int:pk>/periksa/", imports.check_import, name="check-import"),
    path("pengelolaan/impor/<int:pk>/terapkan/", imports.apply_import, name="apply-import"),
    path("pengelolaan/impor/<int:pk>/batalkan/", imports.undo_import, name="undo-import"),
    path("pengelolaan/impor/<int:pk>/kesalahan.xlsx", imports.import_errors, name="import-errors"),
]
