"""What a file tells about itself: its hash, whether a paper of ours is inside it, and who signed it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from documents.signing.chosen import trust
from documents.signing.judge import judge
from documents.signing.judgement import Judgement

from .lookup import by_hash

END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
MOST_REVISIONS = 8


@dataclass(frozen=True)
class Looked:
    """A file that somebody has shown. `before` is the hash of ours that it begins with, if it was added to afterwards.

    The judgement of its signatures is known only of a file that was sent to us and is none of ours.
    """

    sha256: str
    before: str = ""
    judgement: Judgement | None = None


def look_at(content: bytes) -> Looked:
    """Hash a file and every earlier revision inside it; who signed a strange one is found out in the box."""
    sha256 = hashlib.sha256(content).hexdigest()
    if by_hash(sha256):
        return Looked(sha256)
    return Looked(sha256, next((part for part in revisions(content) if by_hash(part)), ""), judge(content, trust()))


def revisions(content: bytes) -> Iterator[str]:
    """The hashes of what stood before each addition: a PDF is changed by appending to it."""
    for end in islice(END.finditer(content), MOST_REVISIONS):
        if end.end() < len(content):
            yield hashlib.sha256(content[: end.end()]).hexdigest()
