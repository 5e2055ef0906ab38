"""Bell, voice, note and title: what each sends, to whom, and what no text can make of it."""

import io
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspasm.cues import Cues, Note, Sound, Voice, find_voice, note_of, to_terminal

PATIENCE = 20.0
"""Seconds after which something that should happen counts as not happening."""
posix_only = pytest.mark.skipif(os.name != "posix", reason="the fake voices are shell scripts")

XTERM = {"TERM": "xterm-256color"}
IN_TMUX = {"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TMUX": "/tmp/tmux-0/default,1,0"}  # noqa: S108 - only a name
IN_SCREEN = {"TERM": "screen", "STY": "1.pts-0.here"}
FRAMES: Mapping[str, tuple[Mapping[str, str], str, str]] = {
    "most": (XTERM, "\x1b]9;unspasm: ", "\x1b\\"),
    "kitty": ({"TERM": "xterm-kitty"}, "\x1b]99;;unspasm: ", "\x1b\\"),
    "foot": ({"TERM": "foot"}, "\x1b]777;notify;unspasm;", "\x1b\\"),
    "tmux": (IN_TMUX, "\x1bPtmux;\x1b\x1b]9;unspasm: ", "\x1b\x1b\\\x1b\\"),
    "screen": (IN_SCREEN, "\x1bP\x1b]9;unspasm: ", "\a\x1b\\"),
}
"""Some terminals, and what stands before and after the words of a note there."""
TITLE = ("\x1b]2;", "\x1b\\")
KEPT, BROUGHT_BACK = "\x1b[22;2t", "\x1b[23;2t"

nasty_text = st.text(
    st.characters()
    | st.sampled_from("\x00\x07\x08\x1b\x7f\x85\x90\x9b\x9c\x9d\\;]\n\r\t")
    | st.sampled_from("\u200b\u200e\u202e\u2028\u2066\u2069\ufeff\U000e0041\udc9b"),
    max_size=400,
)
NASTY = "a\x1b]0;b\x07c\x1b\\d\x9ce\u202ef\u200bg\nh\udcffi"
"""It would end our codes, begin its own, and turn around what follows."""
MADE_OF_NASTY = "a]0;bc\\defg hi"


def eventually(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"{what} never came"
        threading.Event().wait(0.01)


class FakeVoice(Voice):
    """One that speaks to the test."""

    def __init__(self) -> None:
        super().__init__(("fake",))
        self.said: list[str] = []
        self.stopped = 0

    def say(self, words: str) -> None:
        """Note the words."""
        self.said.append(words)

    def stop(self) -> None:
        """Note that it was stopped."""
        self.stopped += 1


@pytest.fixture
def sent() -> list[str]:
    """What was written to the terminal."""
    return []


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


@pytest.fixture
def cues(sent: list[str], voice: FakeVoice) -> Cues:
    return Cues(sent.append, voice, XTERM)


def turn_to(cues: Cues, sound: Sound) -> None:
    """Go round until this is on."""
    for _ in Sound:
        if cues.sound is sound:
            return
        cues.next_sound()
    raise AssertionError(f"{sound} never comes")


def round_of(cues: Cues) -> list[Sound]:
    """What comes, until it begins again."""
    found = [cues.sound]
    while (sound := cues.next_sound()) not in found:
        found.append(sound)
    assert sound is found[0]
    return found


# --- what is on -----------------------------------------------------------------------------------


def test_at_first_there_is_only_the_bell(cues: Cues, sent: list[str], voice: FakeVoice) -> None:
    cues.give("Hold.")

    assert Sound.BELL is cues.sound
    assert ["\a"] == sent
    assert [] == voice.said


def test_the_sounds_come_in_turn(cues: Cues) -> None:
    expected = [Sound.BELL, Sound.BELL_AND_VOICE, Sound.BELL_VOICE_AND_NOTE, Sound.NOTHING]

    assert expected == round_of(cues)


def test_the_next_sound_is_on_from_then(cues: Cues) -> None:
    assert Sound.BELL_AND_VOICE is cues.next_sound()
    assert Sound.BELL_AND_VOICE is cues.sound


def test_without_a_voice_no_sound_promises_one(sent: list[str]) -> None:
    cues = Cues(sent.append, None, XTERM)

    assert [Sound.BELL, Sound.BELL_AND_NOTE, Sound.NOTHING] == round_of(cues)


def test_where_no_note_can_be_shown_no_sound_promises_one(sent: list[str]) -> None:
    dumb = {"TERM": "dumb"}

    assert [Sound.BELL, Sound.BELL_AND_VOICE, Sound.NOTHING] == round_of(
        Cues(sent.append, FakeVoice(), dumb)
    )
    assert [Sound.BELL, Sound.NOTHING] == round_of(Cues(sent.append, None, dumb))


def test_a_voice_that_breaks_is_left_out_from_then(cues: Cues, voice: FakeVoice) -> None:
    turn_to(cues, Sound.BELL_VOICE_AND_NOTE)
    voice.works = False

    assert Sound.BELL_AND_NOTE is cues.sound
    assert [Sound.BELL_AND_NOTE, Sound.NOTHING, Sound.BELL] == round_of(cues)


@pytest.mark.parametrize(
    ("sound", "bell", "speaks", "shows"),
    [
        (Sound.BELL, True, False, False),
        (Sound.BELL_AND_VOICE, True, True, False),
        (Sound.BELL_VOICE_AND_NOTE, True, True, True),
        (Sound.NOTHING, False, False, False),
    ],
)
def test_a_cue_is_given_by_what_is_on(
    cues: Cues,
    sent: list[str],
    voice: FakeVoice,
    sound: Sound,
    bell: bool,  # noqa: FBT001 - a column of the table
    speaks: bool,  # noqa: FBT001 - the same
    shows: bool,  # noqa: FBT001 - the same
) -> None:
    turn_to(cues, sound)
    cues.give("Hold.")

    assert ["\a"] * bell + ["\x1b]9;unspasm: Hold.\x1b\\"] * shows == sent
    assert ["Hold."] * speaks == voice.said


@pytest.mark.parametrize(
    "sound", [Sound.BELL, Sound.BELL_AND_VOICE, Sound.BELL_VOICE_AND_NOTE, Sound.NOTHING]
)
def test_an_alarm_rings_and_speaks_whatever_is_on(
    cues: Cues, sent: list[str], voice: FakeVoice, sound: Sound
) -> None:
    turn_to(cues, sound)
    cues.give("Take the pack off now.", alarm=True)

    assert ["\a"] == sent[:1]
    assert ["Take the pack off now."] == voice.said


def test_an_alarm_rings_without_a_voice(sent: list[str]) -> None:
    cues = Cues(sent.append, None, XTERM)
    turn_to(cues, Sound.NOTHING)
    cues.give("Take the pack off now.", alarm=True)

    assert ["\a"] == sent


def test_an_alarm_shows_no_note_that_nobody_asked_for(cues: Cues, sent: list[str]) -> None:
    turn_to(cues, Sound.NOTHING)
    cues.give("Take the pack off now.", alarm=True)

    assert ["\a"] == sent


def test_the_bell_rings_on_a_terminal_that_obeys_nothing_else(sent: list[str]) -> None:
    cues = Cues(sent.append, None, {"TERM": "dumb"})
    cues.give("Hold.")

    assert ["\a"] == sent


def test_no_words_are_no_note(cues: Cues, sent: list[str]) -> None:
    turn_to(cues, Sound.BELL_VOICE_AND_NOTE)
    cues.give("\x1b\u200b\n")

    assert ["\a"] == sent


def test_the_environment_tells_of_the_terminal(
    sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMUX", "STY", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "foot")
    cues = Cues(sent.append, None)
    turn_to(cues, Sound.BELL_AND_NOTE)
    cues.give("Hold.")

    assert ["\a", "\x1b]777;notify;unspasm;Hold.\x1b\\"] == sent


# --- a terminal that is gone ----------------------------------------------------------------------


def test_a_terminal_that_cannot_be_written_stops_nothing(voice: FakeVoice) -> None:
    def gone(_text: str) -> None:
        raise OSError(5, "Input/output error")

    cues = Cues(gone, voice, XTERM)
    cues.title("0:12 left knee")
    turn_to(cues, Sound.BELL_VOICE_AND_NOTE)
    cues.give("Hold.", alarm=True)
    cues.close()

    assert ["Hold."] == voice.said
    assert 1 == voice.stopped


def test_another_error_is_not_hidden() -> None:
    def broken(_text: str) -> None:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        Cues(broken, None, XTERM).give("Hold.")


class Terminal(io.StringIO):
    """A stream that is a terminal, and tells when it was flushed."""

    flushed = ""

    def isatty(self) -> bool:
        """It is one."""
        return True

    def flush(self) -> None:
        """Note what was written until now."""
        self.flushed = self.getvalue()


def test_a_terminal_is_written_at_once() -> None:
    stream = Terminal()
    to_terminal(stream)("\a")

    assert "\a" == stream.flushed


def test_a_file_or_a_pipe_gets_no_code() -> None:
    stream = io.StringIO()
    to_terminal(stream)("\a")

    assert "" == stream.getvalue()


# --- which note -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "note"),
    [
        ({"TERM": "xterm-256color"}, Note.OSC_9),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, Note.OSC_9),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, Note.OSC_9),
        ({"TERM": "xterm-kitty"}, Note.OSC_99),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "kitty"}, Note.OSC_99),
        ({"TERM": "foot"}, Note.OSC_777),
        ({"TERM": "foot-extra"}, Note.OSC_777),
        ({"TERM": "rxvt-unicode-256color"}, Note.OSC_777),
        ({"TERM": "xterm-ghostty"}, Note.OSC_777),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}, Note.OSC_777),
        (IN_TMUX, Note.OSC_9),
        (IN_SCREEN, Note.OSC_9),
        ({"WT_SESSION": "an-id"}, Note.OSC_9),
        ({"TERM": "dumb"}, Note.NONE),
        ({"TERM": "dumb", "TERM_PROGRAM": "ghostty"}, Note.NONE),
        ({"TERM": "linux"}, Note.NONE),
        ({"TERM": "unknown"}, Note.NONE),
        ({"TERM": ""}, Note.NONE),
        ({}, Note.NONE),
    ],
    ids=lambda value: "+".join(value.values()) if isinstance(value, dict) else str(value),
)
def test_each_terminal_is_asked_in_the_one_way_it_knows(
    environ: Mapping[str, str], note: Note
) -> None:
    assert note is note_of(environ)


@pytest.mark.parametrize(("environ", "before", "after"), FRAMES.values(), ids=FRAMES)
def test_a_note_is_sent_once_and_past_what_would_keep_it(
    sent: list[str], environ: Mapping[str, str], before: str, after: str
) -> None:
    cues = Cues(sent.append, None, environ)
    turn_to(cues, Sound.BELL_AND_NOTE)
    cues.give("Change to the right.")

    assert ["\a", f"{before}Change to the right.{after}"] == sent


def test_words_that_begin_with_a_digit_are_no_command(cues: Cues, sent: list[str]) -> None:
    turn_to(cues, Sound.BELL_VOICE_AND_NOTE)
    cues.give("4;3 is how ConEmu would be told of progress")

    assert "\x1b]9;unspasm: 4;3 is how" in sent[1]


# --- the title ------------------------------------------------------------------------------------


def test_the_first_title_keeps_the_old_one(cues: Cues, sent: list[str]) -> None:
    cues.title("0:12 left knee")

    assert [KEPT, "\x1b]2;0:12 left knee\x1b\\"] == sent


def test_a_title_is_sent_only_when_it_changes(cues: Cues, sent: list[str]) -> None:
    for words in ("0:12", "0:12", "0:11", " 0:11\n", "0:12"):
        cues.title(words)

    assert [KEPT, "\x1b]2;0:12\x1b\\", "\x1b]2;0:11\x1b\\", "\x1b]2;0:12\x1b\\"] == sent


def test_closing_brings_the_old_title_back_last(cues: Cues, sent: list[str]) -> None:
    cues.title("0:12")
    sent.clear()
    cues.close()

    assert BROUGHT_BACK == sent[-1]
    assert ["\x1b]2;\x1b\\"] == sent[:-1]


def test_closing_without_a_title_sends_nothing(cues: Cues, sent: list[str]) -> None:
    cues.give("Hold.")
    sent.clear()
    cues.close()

    assert [] == sent


def test_closing_twice_brings_one_title_back(cues: Cues, sent: list[str]) -> None:
    cues.title("0:12")
    cues.close()
    cues.close()

    assert 1 == sent.count(BROUGHT_BACK)


def test_a_title_after_closing_keeps_the_old_one_again(cues: Cues, sent: list[str]) -> None:
    cues.title("0:12")
    cues.close()
    sent.clear()
    cues.title("0:12")

    assert [KEPT, "\x1b]2;0:12\x1b\\"] == sent


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"TERM": "linux"}, {}])
def test_what_would_print_a_title_gets_none(sent: list[str], environ: Mapping[str, str]) -> None:
    cues = Cues(sent.append, None, environ)
    cues.title("0:12")
    cues.close()

    assert [] == sent


# --- no text steers the terminal ------------------------------------------------------------------


def inside(text: str, before: str, after: str) -> str:
    """What stands in a frame."""
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : len(text) - len(after)]


def steers(text: str) -> list[str]:
    """The characters that a terminal would obey, hide, or turn words around by."""
    return [one for one in text if not one.isprintable()]


def test_what_a_terminal_would_obey_is_taken_out(cues: Cues, sent: list[str]) -> None:
    turn_to(cues, Sound.BELL_VOICE_AND_NOTE)
    cues.give(NASTY)
    cues.title(NASTY)

    assert MADE_OF_NASTY == inside(sent[1], "\x1b]9;unspasm: ", "\x1b\\")
    assert MADE_OF_NASTY == inside(sent[3], *TITLE)


@given(nasty_text)
def test_no_text_puts_a_control_into_a_note(text: str) -> None:
    for environ, before, after in FRAMES.values():
        sent: list[str] = []
        cues = Cues(sent.append, None, environ)
        turn_to(cues, Sound.BELL_AND_NOTE)
        cues.give(text)
        bell, *notes = sent

        assert "\a" == bell
        for note in notes:
            words = inside(note, before, after)
            assert [] == steers(words)
            assert len(words) <= 160
            note.encode()


@given(nasty_text)
def test_no_text_puts_a_control_into_a_title(text: str) -> None:
    sent: list[str] = []
    cues = Cues(sent.append, None, XTERM)
    cues.title(text)
    kept, title = sent
    words = inside(title, *TITLE)

    assert KEPT == kept
    assert [] == steers(words)
    assert len(words) <= 80
    title.encode()


def test_long_words_are_cut_and_say_so(cues: Cues, sent: list[str]) -> None:
    turn_to(cues, Sound.BELL_VOICE_AND_NOTE)
    cues.give("word " * 1000)
    cues.title("x" * 81)
    cues.title("x" * 80)

    assert 160 == len(inside(sent[1], "\x1b]9;unspasm: ", "\x1b\\"))
    assert sent[1].endswith("...\x1b\\")
    assert "x" * 77 + "..." == inside(sent[3], *TITLE)
    assert "x" * 80 == inside(sent[4], *TITLE)


@given(nasty_text)
def test_a_terminal_shows_nothing_but_the_title(text: str) -> None:
    screen = pyte.Screen(40, 4)
    cues = Cues(pyte.Stream(screen).feed, None, XTERM)
    turn_to(cues, Sound.BELL_AND_NOTE)
    cues.title(text)
    cues.give(text)

    assert [" " * 40] * 4 == screen.display
    assert screen.title == "".join(one for one in screen.title if one.isprintable())


# --- the voice ------------------------------------------------------------------------------------

RECORDS = """
    printf '%s\\n' "$@" >"$0.arguments"
    printf '%s' "$UNSPASM_WORDS" >"$0.variable"
    cat >"$0.part"
    mv "$0.part" "$0.said"
"""
"""Keeps how it was started and what it was to say."""
HANGS = """
    echo $$ >"$0.part"
    mv "$0.part" "$0.pid"
    exec cat "$0.never"
"""
"""Tells its number and then waits for ever. It never reads what it was to say."""

Maker = Callable[[str, str], Path]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Maker]:
    """Make a program from a shell script. What still runs at the end is ended."""
    made: list[Path] = []

    def make_one(name: str, script: str) -> Path:
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        program.chmod(0o755)
        os.mkfifo(beside(program, "never"))
        made.append(program)
        return program

    yield make_one
    for program in made:
        if beside(program, "pid").exists() and runs(pid_of(program)):
            os.kill(pid_of(program), signal.SIGKILL)


def beside(program: Path, ending: str) -> Path:
    return program.with_name(f"{program.name}.{ending}")


def said_to(program: Path) -> str:
    """Wait until it was told what to say; return that."""
    eventually(beside(program, "said").exists, "what was said")
    return beside(program, "said").read_text(encoding="utf-8")


def pid_of(program: Path) -> int:
    """Wait until it runs; return its number."""
    eventually(beside(program, "pid").exists, "the start")
    return int(beside(program, "pid").read_text(encoding="utf-8"))


def runs(pid: int) -> bool:
    """Whether there is such a process. One that has ended but was not taken note of counts."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def only(program: Path) -> Callable[[str], str | None]:
    """A machine that has this program and no other."""
    return lambda name: str(program) if name == program.name else None


def tireless(program: Path) -> Voice:
    """A voice that no limit ends while a test waits."""
    return Voice((str(program),), seconds=100 * PATIENCE)


def found(program: Path, platform: str = "linux") -> Voice:
    """The voice of a machine that has only this one."""
    voice = find_voice(only(program), platform)
    assert voice
    return voice


def test_a_machine_may_have_no_voice() -> None:
    assert all(find_voice(lambda _name: None, one) is None for one in ("linux", "darwin", "win32"))


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("linux", ["spd-say", "espeak-ng", "espeak"]),
        ("freebsd14", ["spd-say", "espeak-ng", "espeak"]),
        ("darwin", ["say"]),
        ("win32", ["powershell"]),
    ],
)
def test_each_system_has_its_own_voices_the_best_one_first(platform: str, names: list[str]) -> None:
    asked: list[str] = []

    assert find_voice(asked.append, platform) is None
    assert names == asked
    for place in range(len(names)):
        there = names[place:]
        voice = find_voice(lambda name, there=there: f"/x/{name}" * (name in there), platform)  # type: ignore[misc]
        assert voice
        assert there[0] == voice.name


def test_a_program_in_the_folder_of_the_moment_is_no_voice() -> None:
    assert find_voice(lambda name: f"./{name}", "linux") is None
    assert find_voice(lambda name: name, "win32") is None


@posix_only
def test_the_path_is_where_voices_are_looked_for(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = make("espeak", RECORDS)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    voice = find_voice(platform="linux")

    assert voice
    assert "espeak" == voice.name


@posix_only
@pytest.mark.parametrize(
    ("platform", "name", "arguments"),
    [
        ("linux", "spd-say", ["--wait", "--pipe-mode", "--priority", "text"]),
        ("linux", "espeak-ng", ["-b", "1", "--stdin"]),
        ("linux", "espeak", ["-b", "1", "--stdin"]),
        ("darwin", "say", ["-f", "-"]),
    ],
)
def test_the_words_come_by_standard_input(
    make: Maker, platform: str, name: str, arguments: list[str]
) -> None:
    program = make(name, RECORDS)
    found(program, platform).say("Größe: 50 % of --help; $(id) `id` %s 'x'")

    assert "Größe: 50 % of --help; $(id) `id` %s 'x'\n" == said_to(program)
    assert arguments == beside(program, "arguments").read_text(encoding="utf-8").splitlines()
    assert "" == beside(program, "variable").read_text(encoding="utf-8")


@posix_only
def test_powershell_gets_the_words_by_a_variable_and_never_in_its_script(make: Maker) -> None:
    program = make("powershell", RECORDS)
    words = '\'; Remove-Item x; $(id) "Größe"'
    found(program, "win32").say(words)

    assert "" == said_to(program)
    assert words == beside(program, "variable").read_text(encoding="utf-8")
    script = beside(program, "arguments").read_text(encoding="utf-8")
    assert "System.Speech" in script
    assert "$env:UNSPASM_WORDS" in script
    assert "Remove-Item" not in script


@posix_only
@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("--version", "--version"),
        ("!-!STOP ALL", "-!STOP ALL"),
        (" !! !-!STOP ALL", "-!STOP ALL"),
        ("take [[h@ll]] it [[volm 0]]off", "take h@ll it volm 0 off"),
        ("one\r\n.\r\nQUIT\r\n", "one . QUIT"),
        (NASTY, "a 0;bc\\defg hi"),
        ("x" * 301, "x" * 297 + "..."),
    ],
)
def test_no_words_are_a_command_to_a_voice(make: Maker, words: str, spoken: str) -> None:
    program = make("spd-say", RECORDS)
    found(program).say(words)

    assert f"{spoken}\n" == said_to(program)


@posix_only
def test_no_words_start_no_voice(make: Maker) -> None:
    program = make("spd-say", RECORDS)
    voice = found(program)
    for words in ("", "\n", "\x1b\u200b", "!", "[[]]"):
        voice.say(words)

    assert voice.works
    assert not voice.finish()
    assert not beside(program, "said").exists()


@posix_only
def test_speaking_waits_for_nobody(make: Maker) -> None:
    program = make("spd-say", HANGS)
    voice = found(program)
    voice.say("x" * 300)

    assert runs(pid_of(program))
    voice.stop()


@posix_only
def test_a_voice_is_out_of_reach_of_ctrl_c(make: Maker) -> None:
    program = make("spd-say", HANGS)
    voice = found(program)
    voice.say("Hold.")
    pid = pid_of(program)

    assert pid == os.getsid(pid)
    assert os.getsid(0) != pid
    voice.stop()


@posix_only
def test_a_voice_writes_nothing_to_the_terminal(
    make: Maker, capfd: pytest.CaptureFixture[str]
) -> None:
    program = make("spd-say", "cat; echo out; echo err >&2")
    voice = found(program)
    voice.say("Hold.")

    assert voice.finish()
    assert ("", "") == capfd.readouterr()


@posix_only
def test_a_voice_that_has_spoken_leaves_no_process(make: Maker) -> None:
    program = make("spd-say", 'echo $$ >"$0.pid"')
    voice = found(program)
    voice.say("Hold.")
    assert voice.finish()

    eventually(lambda: not runs(pid_of(program)), "the end")


@posix_only
def test_a_voice_leaves_no_process_though_nobody_asks(make: Maker) -> None:
    program = make("spd-say", 'echo $$ >"$0.part"; mv "$0.part" "$0.pid"')
    found(program).say("Hold.")

    eventually(lambda: not runs(pid_of(program)), "the end")


@posix_only
def test_a_voice_that_hangs_is_ended(make: Maker) -> None:
    program = make("spd-say", HANGS)
    voice = Voice((str(program),), seconds=0.2)
    voice.say("Hold.")

    eventually(lambda: not runs(pid_of(program)), "the end")
    assert not voice.finish()
    assert voice.works


@posix_only
def test_what_a_hanging_voice_has_started_is_ended_with_it(make: Maker) -> None:
    inner = make("inner", HANGS)
    voice = tireless(make("spd-say", f"'{inner}'\n:"))
    voice.say("Hold.")
    pid = pid_of(inner)
    voice.stop()

    eventually(lambda: not runs(pid), "the end")


@posix_only
def test_the_newest_words_end_the_ones_before(make: Maker) -> None:
    first = make("first", HANGS)
    voice = tireless(make("spd-say", f'read words\nexec "{first.parent}/$words"'))
    second = make("second", HANGS)
    voice.say("first")
    pid = pid_of(first)
    voice.say("second")

    eventually(lambda: not runs(pid), "the end of the first")
    assert runs(pid_of(second))
    voice.stop()


@posix_only
def test_closing_ends_the_voice(make: Maker, sent: list[str]) -> None:
    program = make("spd-say", HANGS)
    cues = Cues(sent.append, tireless(program), XTERM)
    cues.give("Take the pack off now.", alarm=True)
    pid = pid_of(program)
    cues.close()

    eventually(lambda: not runs(pid), "the end")


@posix_only
@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", "exec <&-; exit 0", "no-such-program"])
def test_a_voice_that_fails_at_once_breaks_nothing(
    make: Maker, sent: list[str], script: str
) -> None:
    voice = found(make("spd-say", script))
    cues = Cues(sent.append, voice, XTERM)
    turn_to(cues, Sound.BELL_AND_VOICE)
    for number in range(5):
        cues.give(f"{number} " * 100)
    cues.close()

    assert ["\a"] * 5 == sent
    assert voice.works


@posix_only
@pytest.mark.parametrize(("script", "worked"), [("exit 0", True), ("exit 3", False)])
def test_the_end_tells_whether_a_voice_worked(
    make: Maker,
    script: str,
    worked: bool,  # noqa: FBT001 - a column of the table
) -> None:
    voice = found(make("spd-say", script))
    assert not voice.finish()
    voice.say("Hold.")

    assert worked is voice.finish()


@posix_only
@pytest.mark.parametrize("mode", [0o644, None], ids=["not executable", "gone"])
def test_a_voice_that_cannot_be_started_is_left_out_quietly(
    make: Maker, sent: list[str], mode: int | None
) -> None:
    program = make("spd-say", RECORDS)
    voice = found(program)
    if mode is None:
        program.unlink()
    else:
        program.chmod(mode)
    cues = Cues(sent.append, voice, XTERM)
    turn_to(cues, Sound.BELL_AND_VOICE)
    cues.give("Hold.")

    assert not voice.works
    assert Sound.BELL is cues.sound
    assert [Sound.BELL, Sound.BELL_AND_NOTE, Sound.NOTHING] == round_of(cues)
    cues.give("Take the pack off now.", alarm=True)
    assert ["\a", "\a"] == sent
