"""Whether there may be anything to read now, or a card comes first."""

from unspasm.domain.care_status import CareStatus
from unspasm.domain.urgency import Urgency


def may_read(status: CareStatus) -> bool:
    """Whether tips are open: not under 16, and not while the card of an emergency stands."""
    first = status.card_first
    emergency = first is not None and first.urgency is Urgency.EMERGENCY
    return not (status.under_16 or emergency)
