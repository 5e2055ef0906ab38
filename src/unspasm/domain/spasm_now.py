"""How the spasm of today stands, in the few facts that Home begins with."""

from datetime import date

from unspasm.domain.episodes import Episode
from unspasm.domain.pain import Reading, readings
from unspasm.domain.values import value


@value
class SpasmNow:
    """The spasm that goes on."""

    day: int
    """0 for the first."""
    pain: Reading | None
    """What was said last."""
    before: Reading | None
    """What was said last on an earlier day than that."""
    quiet: bool
    """No pain was told of for seven days: it may be over."""
    nerves_due: bool
    """The signs of the nerves are to be asked again today."""


def spasm_now(episode: Episode | None, today: date, *, nerves_due: bool) -> SpasmNow | None:
    """Return how it stands; `None` outside a spasm.

    Args:
        episode: the one that goes on.
        today: the calendar day as lived.
        nerves_due: whether the pages of now are to be asked again.
    """
    if episode is None:
        return None
    said = readings(episode.entries)
    pain = said[-1] if said else None
    earlier = [one for one in said if pain and one.day < pain.day]
    return SpasmNow(
        day=episode.day(today),
        pain=pain,
        before=earlier[-1] if earlier else None,
        quiet=episode.is_quiet(today),
        nerves_due=nerves_due,
    )
