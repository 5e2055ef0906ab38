"""The words of checks, of care cards, and of what is known of the person."""

from unspasm.words.word_set import word_set


@word_set
class CheckWords:
    """The checklist."""

    title: str
    title_guest: str
    mark_yes: str
    mark_unsure: str
    mark_blank: str
    none: str
    not_sure_about: str
    not_sure_counts: str
    unsure_armed: str
    no_armed: str
    more_below: str
    known: str
    number_prompt: str
    choice_keys: str
    unsure_choice: str
    settled: str
    settled_options: tuple[str, ...]
    """The same, gone, worse, different, not sure."""
    too_soon: str
    held_key: str
    not_all_shown: str
    ticked: str
    nothing_ticked: str
    out_of_range: str
    first_step: str
    leave_ask: str
    leave_yes: str
    leave_no: str
    resumed: str
    goes_on: str
    guest_note: str
    also: str


@word_set
class CardWords:
    """The care card, around the advice itself."""

    why: str
    why_record: str
    why_none: str
    say: str
    meanwhile_emergency: str
    meanwhile: str
    tonight: str
    cannot_phone: str
    seen_anyway: str
    again: str
    sources: str
    called: str
    seen: str
    mistake: str
    go_on: str
    spoken: str
    called_short: str
    seen_when_ask: str
    seen_when: tuple[str, ...]
    seen_days_ask: str
    seen_said_ask: str
    seen_said: tuple[str, ...]
    """Go on, not yet, did not say."""
    seen_done_step: str
    seen_done_go_on: str
    seen_done_not_yet: str
    seen_done_did_not_say: str
    mistake_ask: str
    mistake_confirm: str
    mistake_yes: str
    mistake_no: str
    mistake_done: str
    mistake_none: str
    nothing_kept: str
    deaf: str
    ask_keys: str
    many_keys: str
    guest: str
    no_card: str
    plain_head: str
    plain_heading: str
    plain_point: str
    plain_named: str
    plain_say: str
    plain_cannot_phone: str


@word_set
class AboutWords:
    """About you."""

    title: str
    intro: str
    unknown: str
    suggested: str
    age: str
    pregnancy: str
    country: str
    emergency: str
    maternity: str
    poisons: str
    crisis: str
    age_ask: str
    age_bad: str
    pregnancy_no: str
    pregnancy_maybe_pregnant: str
    pregnancy_pregnant: str
    country_ask: str
    country_bad: str
    country_many: str
    number_ask: str
    text_keys: str
    number_bad: str
    lists: str
    saved: str
    not_kept: str
    also: str
    pregnancy_ask: str
