"""The words of a log, and of what the record notices."""

from unspasm.words.word_set import word_set


@word_set
class LogWords:
    """A log: pain, what goes with it, and what follows."""

    title: str
    pain_ask: str
    severity: tuple[str, ...]
    pain_said: str
    more: str
    row_feel: str
    row_spots: str
    row_set_off: str
    row_helped: str
    row_not_helped: str
    row_activities: str
    row_note: str
    row_when: str
    row_background: str
    nothing: str
    now: str
    feel_ask: str
    feel_better: str
    feel_same: str
    feel_worse: str
    spots_ask: str
    set_off_ask: str
    helped_ask: str
    not_helped_ask: str
    keys_short: str
    open_already: str
    many_keys: str
    activities_ask: str
    activities_score: str
    activity: str
    note_ask: str
    note_short: str
    when_ask: str
    when_not: str
    keep: str
    leave_ask: str
    leave_yes: str
    leave_no: str
    kept: str
    kept_earlier: str
    nerves: str
    after_options: tuple[str, ...]
    undone: str
    undo_nothing: str
    undo_ask: str
    tried: str
    conditions_ask: str
    how_often_ask: str
    heavy_week_ask: str
    yes_no: tuple[str, ...]
    how_often_first: str
    how_often_rarely: str
    how_often_some_a_year: str
    how_often_monthly: str
    how_often_weekly: str
    set_off_lifting: str
    set_off_bending: str
    set_off_twisting: str
    set_off_sudden_move: str
    set_off_cough_or_sneeze: str
    set_off_fall: str
    set_off_sitting: str
    set_off_standing: str
    set_off_lying: str
    set_off_work: str
    set_off_sport: str
    set_off_cold: str
    set_off_stress: str
    set_off_nothing: str
    helped_cold: str
    helped_heat: str
    helped_position: str
    helped_pressure_or_massage: str
    helped_roller: str
    helped_breathing: str
    helped_stretch: str
    helped_walk: str
    helped_rest: str
    helped_medicine: str
    helped_prescribed: str
    plain_menu: str
    plain_many: str
    nerves_shell: str
    course_stands: str
    also: str
    go_on_ask: str
    dropped: str
