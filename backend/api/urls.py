"""The API's addresses; what is none of them gets the same answer as what is foreign."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from backend.api import (
    changes,
    circulation,
    coaching,
    contests,
    decrees,
    letters,
    proposals,
    records,
    registers,
    reports,
    rounds,
    rows,
    signing,
    tasks,
    villages,
)
from backend.api.attachments import Attachments, OneAttachment
from backend.api.documents import Paper
from backend.api.journal import Journal
from backend.api.login import Login
from backend.api.me import MyMandates
from backend.api.nowhere import Nowhere
from backend.api.routes import Routes
from backend.api.search import Search

urlpatterns = [
    path("login/", Login.as_view(), name="api-login"),
    path("me/", MyMandates.as_view(), name="api-me"),
    path("tasks/", tasks.Tasks.as_view(), name="api-tasks"),
    path("tasks/transitions/", tasks.TaskBatch.as_view(), name="api-task-batch"),
    path("tasks/<int:pk>/", tasks.TaskDetail.as_view(), name="api-task"),
    path("tasks/<int:pk>/transitions/", tasks.TaskTransitions.as_view(), name="api-task-transitions"),
    path("tasks/<int:pk>/sign/", signing.SignTask.as_view(), name="api-task-sign"),
    path("tasks/<int:pk>/sign/check/", signing.CheckSignature.as_view(), name="api-task-sign-check"),
    path("decrees/", decrees.Decrees.as_view(), name="api-decrees"),
    path("decrees/<int:pk>/", decrees.OneDecree.as_view(), name="api-decree"),
    path("decrees/<int:pk>/rows/", rows.Rows.as_view(), name="api-decree-rows"),
    path("decrees/<int:pk>/rows/<int:order>/", rows.OneRow.as_view(), name="api-decree-row"),
    path("decrees/<int:pk>/changes/", changes.Changes.as_view(), name="api-decree-changes"),
    path("decrees/<int:pk>/consolidated/", changes.ConsolidatedDecree.as_view(), name="api-decree-consolidated"),
    path("decrees/<int:pk>/conveyances/", circulation.Conveyances.as_view(), name="api-decree-conveyances"),
    path("decrees/<int:pk>/originals/", circulation.Originals.as_view(), name="api-decree-originals"),
    path("decrees/<int:pk>/links/", rows.Links.as_view(), name="api-decree-links"),
    path("decrees/<int:pk>/transitions/", decrees.DecreeTransitions.as_view(), name="api-decree-transitions"),
    path("decrees/<int:pk>/copies/", letters.DecreeCopies.as_view(), name="api-decree-copies"),
    path("letters/", letters.Letters.as_view(), name="api-letters"),
    path("letters/<int:pk>/", letters.OneLetter.as_view(), name="api-letter"),
    path("letters/<int:pk>/transitions/", letters.LetterTransitions.as_view(), name="api-letter-transitions"),
    path("proposals/", proposals.Proposals.as_view(), name="api-proposals"),
    path("proposals/<int:pk>/", proposals.OneProposal.as_view(), name="api-proposal"),
    path("proposals/<int:pk>/evidence/", proposals.ProposalEvidence.as_view(), name="api-proposal-evidence"),
    path("proposals/<int:pk>/transitions/", proposals.ProposalTransitions.as_view(), name="api-proposal-transitions"),
    path("records/<int:pk>/", records.OneRecord.as_view(), name="api-record"),
    path("records/<int:pk>/transitions/", records.RecordTransitions.as_view(), name="api-record-transitions"),
    path("reports/", reports.Reports.as_view(), name="api-reports"),
    path("reports/<int:pk>/", reports.OneReport.as_view(), name="api-report"),
    path("reports/<int:pk>/transitions/", reports.ReportTransitions.as_view(), name="api-report-transitions"),
    path("villages/", villages.Villages.as_view(), name="api-villages"),
    path("villages/<int:pk>/", villages.OneVillage.as_view(), name="api-village"),
    path("villages/<int:pk>/transitions/", villages.VillageTransitions.as_view(), name="api-village-transitions"),
    path("events/", coaching.Events.as_view(), name="api-events"),
    path("events/<int:pk>/", coaching.OneEvent.as_view(), name="api-event"),
    path("visits/", coaching.Visits.as_view(), name="api-visits"),
    path("needs/", coaching.Needs.as_view(), name="api-needs"),
    path("needs/<int:pk>/", coaching.OneNeed.as_view(), name="api-need"),
    path("rounds/", rounds.Rounds.as_view(), name="api-rounds"),
    path("rounds/<int:pk>/", rounds.OneRound.as_view(), name="api-round"),
    path("evaluations/", rounds.Evaluations.as_view(), name="api-evaluations"),
    path("evaluations/<int:pk>/", rounds.OneEvaluation.as_view(), name="api-evaluation"),
    path("routes/", Routes.as_view(), name="api-routes"),
    path("search/", Search.as_view(), name="api-search"),
    path("journal/", Journal.as_view(), name="api-journal"),
    path("contests/", contests.Contests.as_view(), name="api-contests"),
    path("contests/<int:pk>/", contests.OneContest.as_view(), name="api-contest"),
    path("contests/<int:pk>/transitions/", contests.ContestTransitions.as_view(), name="api-contest-transitions"),
    path("contests/<int:pk>/entries/", contests.Entries.as_view(), name="api-contest-entries"),
    path("entries/<int:pk>/", contests.OneEntry.as_view(), name="api-entry"),
    path("entries/<int:pk>/transitions/", contests.EntryTransitions.as_view(), name="api-entry-transitions"),
    path("registers/", registers.Registers.as_view(), name="api-registers"),
    path("registers/<int:pk>/numbers/", registers.Numbers.as_view(), name="api-register-numbers"),
    re_path(r"^documents/(?P<sha256>[0-9a-f]{64})$", Paper.as_view(), name="api-document"),
    path("attachments/", Attachments.as_view(), name="api-attachments"),
    path("attachments/<int:pk>/", OneAttachment.as_view(), name="api-attachment"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="api-schema"), name="api-docs"),
    re_path("", Nowhere.as_view()),
]
