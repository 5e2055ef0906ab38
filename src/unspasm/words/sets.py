"""The words of each screen: one frozen dataclass a screen, one field a sentence."""

from unspasm.words.body_words import BodyWords
from unspasm.words.care_words import AboutWords, CardWords, CheckWords
from unspasm.words.glossary_words import GlossaryWords
from unspasm.words.log_words import LogWords
from unspasm.words.own_words import OwnWords
from unspasm.words.pack_words import PackWords
from unspasm.words.progress_words import ProgressWords
from unspasm.words.record_words import DoctorWords, JournalWords
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
    palette_field: str
    palette_none: str


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
    not_checked: str
    checked_self_care: str
    checked_routine: str
    checked_soon: str
    checked_same_day: str
    checked_emergency: str
    checked_settled: str
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
    key_label: str
    key_label_more: str
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
