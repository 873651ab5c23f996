"""The pages, in the words of those who use them."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from . import inbox, login, recorded, review, sheet

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("masuk/", login.Login.as_view(), name="login"),
    path("keluar/", LogoutView.as_view(), name="logout"),
    path("penugasan/", login.choose_mandate, name="choose-mandate"),
    path("lembar/<str:template>.css", sheet.stylesheet, name="sheet-style"),
    path("tugas/<int:pk>/", review.review, name="review"),
    path("tugas/<int:pk>/<slug:name>/", review.act, name="act"),
    path("tercatat/<int:entry>/<int:task>/", recorded.recorded, name="recorded"),
    path("keputusan/<int:pk>/tanda-tangan/", recorded.signing, name="signing"),
]
