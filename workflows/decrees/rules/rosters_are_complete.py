from workflows.core.act import all_of, rule
from workflows.villages.rules import roster_complete


@rule(roster_complete.words, solved_by=roster_complete.solved_by)
def rosters_are_complete(decrees):
    """Every Pokja drafted with the decree has its leaders and its sections."""
    return roster_complete.failing(all_of("villages.Pokja").filter(file__in=decrees.values("pk")))
