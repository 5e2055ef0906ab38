"""The words of the record: what may be wrong with it, and what doctor finds."""

from unspasm.words.word_set import word_set


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
