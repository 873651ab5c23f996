"""Addresses of this room. Where django-allauth's views lead to each other by name, the names are its own."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.urls import URLPattern, path, re_path

from . import account as my
from . import care, devices, kept_pages, key_pages, passkeys, recovery_pages, second_factor, welcome
from .leaving import leave

entrance = [
    path("masuk/", account.login, name="login"),
    path("masuk/", account.login, name="account_login"),
    path("masuk/kode/", factors.authenticate, name="mfa_authenticate"),
    path("masuk/kunci-sandi/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("masuk/tidak-aktif/", account.account_inactive, name="account_inactive"),
    path("masuk/lewat/<str:provider_id>/", openid_connect.login, name="openid_connect_login"),
    path("masuk/lewat/<str:provider_id>/kembali/", openid_connect.callback, name="openid_connect_callback"),
    path("masuk/dibatalkan/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("keluar/", leave, name="logout"),
    path("keluar/", leave, name="account_logout"),
]

confirming = [
    path("akun/pastikan/kata-sandi/", account.reauthenticate, name="account_reauthenticate"),
    path("akun/pastikan/kode/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("akun/pastikan/kunci-sandi/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]

passwords = [
    path("akun/kata-sandi/", account.password_change, name="account_change_password"),
    path("akun/kata-sandi/baru/", account.password_set, name="account_set_password"),
    path("lupa-kata-sandi/", account.password_reset, name="account_reset_password"),
    path("lupa-kata-sandi/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    path("lupa-kata-sandi/selesai/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^lupa-kata-sandi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]

second_factors = [
    path("akun/pengaman/", factors.index, name="mfa_index"),
    path("akun/pengaman/kode/", totp.activate_totp, name="mfa_activate_totp"),
    path("akun/pengaman/kode/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("akun/pengaman/", factors.index, name="mfa_list_webauthn"),
    path("akun/pengaman/kunci-sandi/baru/", passkeys.add_passkey, name="mfa_add_webauthn"),
    path("akun/pengaman/kunci-sandi/<int:pk>/nama/", passkeys.rename_passkey, name="mfa_edit_webauthn"),
    path("akun/pengaman/kunci-sandi/<int:pk>/lepas/", passkeys.remove_passkey, name="mfa_remove_webauthn"),
    path("akun/pengaman/kode-cadangan/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "akun/pengaman/kode-cadangan/baru/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path(
        "akun/pengaman/kode-cadangan/unduh/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
]

urlpatterns: list[URLPattern] = [
    path("akun/", my.account, name="account"),
    path("akun/pengaman/dahulu/", second_factor.explanation, name="second-factor"),
    path("akun/perangkat/", devices.devices, name="devices"),
    path("akun/kunci-api/", key_pages.keys, name="keys"),
    path("akun/kunci-api/<int:pk>/cabut/", key_pages.withdraw_key, name="withdraw-key"),
    path("isian/", kept_pages.kept_forms, name="kept-forms"),
    path("orang/<int:pk>/undangan/", care.invite, name="invite"),
    path("orang/<int:pk>/akses/<slug:how>/", care.close, name="close-access"),
    path("orang/<int:pk>/pemulihan/", recovery_pages.ask_recovery, name="ask-recovery"),
    path("pemulihan/<int:pk>/", recovery_pages.recovery, name="recovery"),
    path("akun/pemulihan/batalkan/", recovery_pages.stop_recovery, name="stop-recovery"),
    path("undangan/selesai/", my.accepted, name="invitation-accepted"),
    path("undangan/<str:secret>/", welcome.invitation, name="invitation"),
    path("undangan/<str:secret>/kata-sandi/", welcome.invitation_password, name="invitation-password"),
    *entrance,
    *confirming,
    *passwords,
    *second_factors,
]
