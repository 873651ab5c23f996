from workflows.core.act import all_of, rule
from workflows.villages.rules import roster_complete


@rule(roster_complete.words, solved_by=roster_complete.solved_by)
def rosters_are_complete(decrees):
    """Every roster drafted with the decree has its posts filled."""
    return roster_complete.failing(all_of("villages.Pokja").filter(file__in=decrees.values("pk")))
