from workflows.organisation.mandates import holders
from workflows.organisation.models import Office, Role
from workflows.organisation.titles import title_of
from workflows.routes.planning import office_for

from .known import Beginning, Known


def order(known: Known) -> Beginning:
    """D21: the agency sends its field officer to look."""
    village, officer = known.village, office_for(Role.PKB, known.about.region)
    body = {
        "bases": [known.proposing_letter],
        "assignees": assignees(known, officer),
        "tasks": [f"melaksanakan verifikasi lapangan atas usulan {known.wanted}", "melaporkan hasilnya secara tertulis"],
        "place": village, "since": "", "until": "",
    }  # fmt: skip
    return known.begun(f"Verifikasi Lapangan Usulan {known.wanted}", body,
                       copies_to=[known.title(Role.CAMAT), known.title(Role.VILLAGE_HEAD)])  # fmt: skip


def assignees(known: Known, officer: Office) -> list[dict[str, str]]:
    """Who holds the field officer's seat today."""
    position = title_of(officer, known.day)
    return [{"name": held.person.full_name, "position": position, "rank": held.person.rank, "nip": held.person.nip}
            for held in holders([officer.pk], known.day).get(officer.pk, [])[:1]]  # fmt: skip
