"""Is a paper still what was decided, and is it ours? Offline for one file, or for the whole archive."""

from documents.verify.archive import verify_archive, verify_papers
from documents.verify.beside import write_beside, write_trust
from documents.verify.file import verify_file
from documents.verify.verdict import UNSIGNED, Verdict

__all__ = ["UNSIGNED", "Verdict", "verify_archive", "verify_file", "verify_papers", "write_beside", "write_trust"]
