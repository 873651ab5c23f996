"""Which office stands above which, for escalation and for passing a task on."""

SUPERIOR = {
    "village_secretary": "village_head",
    "village_head": "camat",
    "pkb": "agency",
    "camat": "secretary",
    "agency": "secretary",
    "legal": "assistant",
    "assistant": "secretary",
    "secretary": "regent",
}
"""Role → role of the superior office in the same territory. A village is coordinated, not commanded, by its Camat."""
