"""*Ekspor bukti*: the papers, versions, attachments and acts of one file in a folder that proves itself, and its ZIP."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.text import get_valid_filename

from backend.access import Mandates, documents_for, letters_for
from backend.pages.versions import code_of
from documents.ledger.sealing import seal_everything
from documents.models import Document
from documents.verify import write_beside, write_trust
from workflows.core.canonical import canonical
from workflows.core.models import Attachment, File
from workflows.decrees.models import Conveyance
from workflows.meetings.models import AttendanceSheet
from workflows.meetings.states import SheetState
from workflows.routes.models import Assignment, PaperRecord
from workflows.routes.states import AssignmentKind
from workflows.villages.models import Evidence

from .telling import Told, acts_on, told

SUMS = "SHA256SUMS"


def bundle(file: File, scope: Mandates) -> Any:
    """A ZIP, as an open temporary file that the caller closes, with everything about `file` that those mandates may see."""
    packed = tempfile.TemporaryFile()  # noqa: SIM115
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        write(file, scope, Path(place))
        for path in sorted(files_in(Path(place))):
            target.write(path, path.relative_to(place))
    packed.seek(0)
    return packed


def write(file: File, scope: Mandates, folder: Path) -> None:
    """The same as a folder."""
    seal_everything()  # so that the newest paper has its receipt
    acts = told(file, list(acts_on(file)))
    papers, missing = kept(papers_of(file, scope))
    added, lost = kept(attachments_of(file))
    papers = [write_beside(paper, folder / "naskah", before=f"{place:04}_") for place, paper in enumerate(papers, 1)]
    added = [copied(attachment, folder / "lampiran") for attachment in added]
    versions = write_versions(file, folder / "versi")
    write_trust(folder)
    (folder / "riwayat.json").write_text(as_json([act.as_dict() for act in acts]), encoding="utf-8")
    gone = [(paper.file_name, paper.sha256) for paper in missing] + [(one.name, one.sha256) for one in lost]
    write_index(file, folder, acts, {"papers": papers, "added": added, "versions": versions}, gone)
    write_sums(folder)


def kept(records: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Those whose file is in the archive, and those whose is not: a bundle tells of a gap instead of hiding it."""
    found = list(records)
    return [one for one in found if one.file_path.is_file()], [one for one in found if not one.file_path.is_file()]


def papers_of(file: File, scope: Mandates) -> Iterable[Document]:
    """Its own papers and those of the letters about it, in the order in which they were made."""
    about = letters_for(scope).filter(concerns=file).values("pk")
    seen = documents_for(scope)
    return (seen.filter(file=file) | seen.filter(file__in=about)).order_by("pk")


def attachments_of(file: File) -> Iterable[Attachment]:
    """Evidence, scans of signed papers, signed lists of attendance, papers behind records, proofs of delivery; each once."""
    scans = Assignment.objects.filter(file=file, kind=AssignmentKind.CONFIRM_SCAN, note__regex=r"^\d+$")
    keys = {int(note) for note in scans.values_list("note", flat=True)}
    keys |= set(Evidence.objects.filter(file=file).values_list("attachment", flat=True))
    keys |= set(AttendanceSheet.objects.filter(rakor=file.pk, state=SheetState.ATTACHED).values_list("attachment", flat=True))
    keys |= set(PaperRecord.objects.filter(file=file).values_list("scan", flat=True))
    keys |= set(Conveyance.objects.filter(row__decree=file.pk, proof__isnull=False).values_list("proof", flat=True))
    return Attachment.objects.filter(pk__in=keys).order_by("pk")


def copied(attachment: Attachment, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    copy = folder / f"{attachment.pk}-{get_valid_filename(attachment.name)}"
    copy.write_bytes(attachment.file_path.read_bytes())
    return copy


def write_versions(file: File, folder: Path) -> list[tuple[str, Path]]:
    """Each version's frozen content, whose SHA-256 is the version's own; returns the codes and the paths."""
    folder.mkdir()
    found = []
    for snapshot in file.snapshots.order_by("number"):
        path = folder / f"v{snapshot.number}-{snapshot.sha256[:12]}.json"
        path.write_bytes(canonical(snapshot.content))
        found.append((code_of(snapshot), path))
    return found


def write_index(file: File, folder: Path, acts: list[Told], parts: dict[str, Any], missing: list[tuple[str, str]]) -> None:
    (folder / "gaya.css").write_text(render_to_string("evidence/gaya.css"), encoding="utf-8")
    shown = {"file": file, "acts": acts, "missing": missing} | {name: relative(paths, folder) for name, paths in parts.items()}
    (folder / "index.html").write_text(render_to_string("evidence/index.html", shown), encoding="utf-8")


def relative(paths: list[Any], folder: Path) -> list[Any]:
    """The paths as links from the index."""
    return [
        (path[0], path[1].relative_to(folder).as_posix()) if isinstance(path, tuple) else path.relative_to(folder).as_posix()
        for path in paths
    ]


def write_sums(folder: Path) -> None:
    """As `sha256sum -c` reads them."""
    lines = [f"{digest(path)}  {path.relative_to(folder).as_posix()}" for path in sorted(files_in(folder))]
    (folder / SUMS).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def as_json(told_acts: list[dict[str, Any]]) -> str:
    return json.dumps(told_acts, indent=1, ensure_ascii=False) + "\n"
