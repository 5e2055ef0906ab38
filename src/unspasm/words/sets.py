"""The words of each screen: one frozen dataclass a screen, one field a sentence."""

from unspasm.words.body_words import BodyWords
from unspasm.words.glossary_words import GlossaryWords
from unspasm.words.log_words import LogWords
from unspasm.words.own_words import OwnWords
from unspasm.words.pack_words import PackWords
from unspasm.words.progress_words import ProgressWords
from unspasm.words.remind_words import RemindWords
from unspasm.words.report_words import ReportWords
from unspasm.words.settings_words import SettingsWords, WelcomeWords
from unspasm.words.stretch_words import StretchWords
from unspasm.words.tips_words import TipsWords
from unspasm.words.word_set import word_set


@word_set
class AppWords:
    """What every screen may say."""

    name: str
    purpose: str
    limits: str
    private: str
    not_now: str
    palette_check: str
    palette_check_help: str
    palette_card: str
    palette_card_help: str
    palette_packs: str
    palette_packs_help: str
    palette_ease: str
    palette_ease_help: str
    palette_stretch: str
    palette_stretch_help: str
    palette_log: str
    palette_log_help: str
    palette_progress: str
    palette_progress_help: str
    palette_page: str
    palette_page_help: str
    palette_tips: str
    palette_tips_help: str
    palette_plan: str
    palette_plan_help: str
    palette_own: str
    palette_own_help: str
    palette_about: str
    palette_about_help: str
    palette_over: str
    palette_over_help: str
    palette_routine: str
    palette_one_stretch: str
    palette_stop: str
    palette_settings: str
    palette_settings_help: str
    palette_help: str
    palette_help_help: str
    palette_quit: str
    palette_quit_help: str


@word_set
class CalendarWords:
    """How days and times are said."""

    days: tuple[str, ...]
    """From Monday."""
    months: tuple[str, ...]
    today: str
    yesterday: str
    today_alone: str
    yesterday_alone: str
    day_alone: str
    on: str
    on_year: str
    head: str


@word_set
class HomeWords:
    """Home."""

    nothing_yet: str
    checked_self_care: str
    checked_routine: str
    checked_soon: str
    checked_same_day: str
    checked_emergency: str
    stands_key: str
    spoken: str
    called: str
    waits: str
    waits_floor: str
    under_16: str
    pregnant: str
    unfinished: str
    unfinished_ticks: str
    full_check_due: str
    what_now: str
    check: str
    check_note: str
    check_go_on: str
    card: str
    card_note: str
    card_none: str
    about: str
    about_note: str
    stretch: str
    stretch_note: str
    stretch_waits: str
    ease: str
    ease_note: str
    packs: str
    packs_note: str
    packs_on: str
    packs_rest: str
    log: str
    log_note: str
    progress: str
    progress_note: str
    page: str
    page_note: str
    own: str
    own_note: str
    day: str
    day_first: str
    pain: str
    pain_was: str
    course: str
    nerves_due: str
    settings: str
    settings_note: str
    over: str
    over_note: str
    over_quiet: str
    over_ask: str
    quiet_ask: str
    over_yes: str
    over_no: str
    over_done: str
    worse: str
    worse_plain: str
    commands_heading: str
    commands: tuple[str, ...]
    also: str


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


@word_set
class HelpWords:
    """Help and sources."""

    title: str
    why_title: str
    why_none: str
    close: str
    read_whole: str
    read_excerpt: str
    read_second_hand: str
    read_general: str
    home: tuple[str, ...]
    check: tuple[str, ...]
    card: tuple[str, ...]
    pack: tuple[str, ...]
    stretch: tuple[str, ...]
    log: tuple[str, ...]
    progress: tuple[str, ...]
    page: tuple[str, ...]
    about_screen: tuple[str, ...]
    questions: tuple[str, ...]
    before: tuple[str, ...]
    ask: tuple[str, ...]
    body: tuple[str, ...]
    keys_heading: str
    keys_from_to: str
    one_key: str
    own: tuple[str, ...]
    source: str
    source_also: str


@word_set
class PlainWords:
    """The line-by-line face."""

    menu_heading: str
    menu_quit: str
    prompt: str
    page: str
    page_ask: str
    page_known: str
    page_known_none: str
    page_more: str
    choice_ask: str
    still_unsure: str
    unsure_counts: str
    not_understood: str
    take_back_all: str
    letters: str
    already: str
    none_is_0: str
    needs_answer: str
    not_now: str
    every_prompt: str
    numbered: str
    before: str
    before_unsure: str
    menu_item: str
    about_ask: str
    both: str
    end_of_input: str
    left: str
    left_guest: str
    card_menu: str
    card_menu_plain: str
    card_menu_go_on: str
    many_ask: str
    asked: str
    heading: str
    list_heading: str
    named: str
    noted: str
    point: str
    bye: str
    bye_nothing: str


@word_set
class JournalWords:
    """What may be wrong with the record, by the name of the trouble."""

    unavailable: str
    not_ours: str
    newer: str
    read_only: str
    full: str
    write_failed: str
    salvaged: str
    rows: str


@word_set
class DoctorWords:
    """What works on this computer, one fact a sentence."""

    look: str
    """Before what the person should know."""
    program: str
    version: str
    terminal: str
    types_into: str
    types_elsewhere: str
    prints_to: str
    prints_elsewhere: str
    term: str
    term_none: str
    size: str
    inside: str
    colours_off: str
    colours_none: str
    colours_console: str
    colours_all: str
    colours_256: str
    colours_16: str
    face_full: str
    face_plain_asked: str
    face_plain_term: str
    face_plain_setting: str
    face_home: str
    sound: str
    bell: str
    voice: str
    voice_none: str
    note: str
    note_none: str
    note_tmux: str
    second_alarm: str
    try_words: str
    try_bell: str
    try_bell_not: str
    try_voice: str
    try_voice_failed: str
    clocks: str
    wall: str
    sleep_clock: str
    sleep_clock_none: str
    starts: str
    starts_none: str
    settings: str
    settings_file: str
    settings_none: str
    record: str
    folder: str
    nothing_kept: str
    file: str
    can_write: str
    entries: str
    unfinished: str
    damaged: str
    content: str
    content_fine: str
    content_fault: str
    content_faults: str
    variables: str
    variable: str
    variable_none: str
    done: str
    done_look: str


@word_set
class Words:
    """All words of both faces."""

    app: AppWords
    calendar: CalendarWords
    home: HomeWords
    check: CheckWords
    card: CardWords
    about: AboutWords
    pack: PackWords
    stretch: StretchWords
    body: BodyWords
    log: LogWords
    progress: ProgressWords
    report: ReportWords
    help: HelpWords
    plain: PlainWords
    journal: JournalWords
    doctor: DoctorWords
    tips: TipsWords
    remind: RemindWords
    glossary: GlossaryWords
    settings: SettingsWords
    welcome: WelcomeWords
    own: OwnWords
