"""The words under the pictures of progress, of both faces."""

from unspasm.words.word_set import word_set


@word_set
class ProgressWords:
    """Progress: the headings of the pictures, and the same facts in sentences."""

    numbers: tuple[str, ...]
    """From none to twelve, as words."""
    title: str
    keys_short: str
    pain_heading: str
    weeks_heading: str
    helped_heading: str
    nothing_yet: str
    nothing_in_range: str
    no_pain_now: str
    too_early: str
    change: str
    unchanged: str
    between: str
    all_the_same: str
    last_told: str
    told_days: str
    told_day: str
    done_days: str
    done_day: str
    done_none: str
    check_days: str
    check_day: str
    spasms: str
    spasm: str
    spasms_none: str
    average: str
    average_none: str
    legend_pain: str
    legend_marks: str
    legend_check: str
    legend_session: str
    legend_pack: str
    legend_over: str
    legend_several: str
    legend_weeks: str
    helped_none: str
    followed: str
    followed_mixed: str
    followed_once: str
    followed_none: str
    followed_none_once: str
    followed_none_more: str
    followed_more: str
    followed_more_once: str
    said: str
    said_once: str
    said_none: str
    said_none_once: str
    what_cold: str
    what_heat: str
    what_position: str
    what_pressure_or_massage: str
    what_roller: str
    what_breathing: str
    what_stretch: str
    what_walk: str
    what_rest: str
    what_medicine: str
    what_prescribed: str
    also: str
