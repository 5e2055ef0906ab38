"""The words of the settings and of the first start, of both faces."""

from unspasm.words.word_set import word_set


@word_set
class SettingsWords:
    """The list of settings, and what the file says about each."""

    title: str
    intro: str
    intro_no_file: str
    unreadable: str
    faults: str
    saved: str
    not_kept: str
    comes_first: str
    not_understood: str
    theme: str
    theme_ask: str
    theme_dark: str
    theme_light: str
    theme_terminal: str
    theme_other: str
    theme_name_ask: str
    theme_bad: str
    motion: str
    figure: str
    figure_blocks: str
    figure_braille: str
    figure_none: str
    sound: str
    sound_bell: str
    sound_voice: str
    sound_note: str
    sound_off: str
    plain_voice: str
    quiet: str
    quiet_value: str
    quiet_never: str
    quiet_ask: str
    quiet_bad: str
    pack_minutes: str
    pack_minutes_value: str
    pack_minutes_ask: str
    pack_minutes_bad: str
    face: str
    face_full: str
    face_plain: str
    face_unset: str
    face_next: str
    country: str
    activities: str
    activities_none: str
    keys: str
    keys_value: str
    keys_none: str
    keys_plain: str
    keys_title: str
    keys_how: tuple[str, ...]
    keys_line: str
    welcome: str
    welcome_value: str
    try_sound: str
    try_sound_value: str
    try_sound_said: str
    try_voice: str
    try_voice_value: str
    try_voice_said: str
    try_voice_none: str
    on: str
    off: str
    command: str
    plain_ask: str
    help: tuple[str, ...]
    about_file: str
    about_face: str
    about_welcome: str
    about_theme: str
    about_motion: str
    about_figure: str
    about_sound: str
    about_plain_voice: str
    about_quiet_from: str
    about_quiet_to: str
    about_pack_minutes: str
    about_country: str
    about_emergency_number: str
    about_maternity_number: str
    about_poisons_number: str
    about_crisis_number: str
    about_activities: str
    about_keys: str
    also: str


@word_set
class WelcomeWords:
    """What is asked and said at the first start."""

    face_ask: str
    face_again: str
    title: str
    is_not: str
    check: str
    check_note: str
    ease: str
    ease_note: str
    set_up: str
    set_up_note: str
    home: str
    home_note: str
    plain_ask: str
    later: str
    country: str
    number_is: str
    number_ask: str
    sound_ask: str
    done: str
    help: tuple[str, ...]


def comments(words: SettingsWords) -> dict[str, str]:
    """What the file says about each setting, and under `file` in front of them all."""
    return {
        name.removeprefix("about_"): str(one).strip()
        for name, one in vars(words).items()
        if name.startswith("about_")
    }
