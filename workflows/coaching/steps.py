"""What follows for needs from acts of other apps: a follow-up that is passed on takes its need along."""

from workflows.core.act import Move, extend

from . import queries as q

KIND = "need"

extend("routes.Assignment.reassign", kind=KIND, then=[Move("coaching.Need.pass_on", q.needs_of)])
