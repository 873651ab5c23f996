from workflows.core.act import all_of, rule
from workflows.villages.rules import nobody_twice_in_a_post


@rule(nobody_twice_in_a_post.words, solved_by=nobody_twice_in_a_post.solved_by)
def nobody_sits_twice(decrees):
    """Nobody has the same post twice in a Pokja drafted with the decree."""
    return nobody_twice_in_a_post.failing(all_of("villages.Pokja").filter(file__in=decrees.values("pk")))
