"""The walls round a child: resource limits everywhere, no network and no foreign files where the kernel permits."""

import ctypes
import os
import resource
import struct
import sys
from pathlib import Path

from documents.limits import Limits

CLONE_NEWUSER, CLONE_NEWNET = 0x1000_0000, 0x4000_0000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
SIGKILL = 9
# Landlock, linux/landlock.h: system calls (the same on every architecture), access rights of its first version.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ALL_RIGHTS = (1 << 13) - 1
READ_RIGHTS = 0b1100  # read a file, list a folder
RULE_PATH_BENEATH = 1

LIBC = ctypes.CDLL(None, use_errno=True)


def shut(limits: Limits, folder: str) -> dict[str, bool]:
    """Close the calling process in, for good; says which walls stand."""
    walls = {"memory": True, "time": True, "network": _no_network(), "files": _only_files_of(folder)}
    LIBC.prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)  # last: a change of namespace would clear it
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))  # the soft one tells why
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, limits.file),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    return walls


def _no_network() -> bool:
    """A network namespace of its own has no interface but a loopback that is down."""
    return LIBC.unshare(CLONE_NEWNET) == 0 or LIBC.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0


def _only_files_of(folder: str) -> bool:
    """Read Python, the system libraries and this package; write only to `folder`."""
    rights = ctypes.c_uint64(ALL_RIGHTS)
    ruleset = LIBC.syscall(CREATE_RULESET, ctypes.byref(rights), ctypes.sizeof(rights), 0)
    if ruleset < 0:
        return False
    for path in {sys.prefix, sys.base_prefix, "/usr/lib", "/lib", "/lib64", str(Path(__file__).parents[1])}:
        _allow(ruleset, path, READ_RIGHTS)
    _allow(ruleset, folder, ALL_RIGHTS)
    LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    closed = LIBC.syscall(RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return closed


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    rule = struct.pack("=Qi", rights, place)
    LIBC.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, rule, 0)
    os.close(place)
