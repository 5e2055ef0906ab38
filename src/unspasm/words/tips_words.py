"""The words around tips and the daily plan."""

from unspasm.words.word_set import word_set


@word_set
class TipsWords:
    """Tips and prevention: the list, one tip, the plan of a day, and what the search knows."""

    title: str
    home: str
    home_note: str
    home_today: str
    home_waits: str
    palette_tip: str
    field: str
    today: str
    plan_row: str
    plan_done: str
    plan_none: str
    found: str
    found_one: str
    found_none: str
    check_now: str
    check_now_plain: str
    check_mark: str
    """Of a row that asks about a warning sign: the key that checks."""
    check_first: str
    check_first_plain: str
    check_first_shell: str
    check_now_shell: str
    evidence: str
    related: str
    keys_list: str
    keys_tip: str
    keys_plan: str
    plan_title: str
    plan_intro: str
    plan_mark: str
    plan_blank: str
    plan_days: str
    plan_done_plain: str
    refused_heading: str
    refused: str
    refused_under_16: str
    plain_topics: str
    plain_list: str
    plain_tip: str
    plain_plan: str
    unknown: str
    unknown_none: str
    shell_more: str
    one_or_other: str
    endings: tuple[str, ...]
    """Of words, the longest first: the search takes `stretches` for `stretch`."""
    fillers: tuple[str, ...]
    """Words that say nothing of what is asked."""
    help_list: tuple[str, ...]
    help_tip: tuple[str, ...]
    help_plan: tuple[str, ...]
    also: str
    small: str
    title_end: str
