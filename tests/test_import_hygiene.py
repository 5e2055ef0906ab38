"""Importing does nothing, and each command loads only what it needs."""

import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from tests.screens.golden import compare

import unspasm

FULL_SCREEN = frozenset({"textual", "rich"})
READS_CONTENT = frozenset({"pydantic", "pydantic_core"})
BEYOND_THE_STANDARD_LIBRARY = FULL_SCREEN | READS_CONTENT | {"platformdirs", "tomlkit"}
FORBIDDEN_NAMES = frozenset({"utils", "helpers", "manager", "common"})

LOADED = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
LOADED_BY_A_COMMAND = """
import contextlib, io, json, sys
from unspasm.cli import main
with contextlib.redirect_stdout(io.StringIO()) as said:
    try:
        code = main(sys.argv[1:])
    except SystemExit as end:
        code = end.code
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([code, said.getvalue(), loaded]))
"""
LOADED_BY_HOME = """
import sys
from unspasm.cli import faces
from unspasm.paths import content_folder, data_folder

words = faces.read_words(content_folder())
house = faces.open_house(content_folder(), data_folder())
from unspasm.app import UnspasmApp
from unspasm.cues import find_voice
from unspasm.flows.opening import Opening

def painted(opening):
    print(*sorted(sys.modules))
    opening._app.exit()

Opening.painted = painted
UnspasmApp(house, words, None, None, find_voice()).run(headless=True)
"""
TOUCHES_NOTHING = """
import os, sys, time
from importlib import import_module

class Touched(BaseException):
    pass

class Unread(dict):
    def refuse(self, *arguments):
        raise Touched("the environment was read", arguments)
    __getitem__ = __contains__ = __iter__ = get = items = keys = refuse

def no_clock(*arguments):
    raise Touched("a clock was read")

def writes(mode, flags):
    if isinstance(mode, str):
        return bool(set(mode) & set("wax+"))
    return bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND))

REFUSED = {
    "os.mkdir", "os.rmdir", "os.remove", "os.rename", "os.chmod", "os.truncate", "os.symlink",
    "os.link", "os.putenv", "os.unsetenv", "os.system", "os.exec", "os.fork", "os.posix_spawn",
    "os.startfile", "shutil.copyfile", "tempfile.mkstemp", "tempfile.mkdtemp",
    "socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo",
    "subprocess.Popen", "sqlite3.connect", "webbrowser.open", "signal.pthread_kill",
}

def watch(event, arguments):
    if event == "open" and writes(*arguments[1:3]) or event in REFUSED:
        raise Touched(event, arguments)

# What others do while they are imported is theirs: they come first, unwatched.
for name in ("textual.app", "textual.widgets", "textual.command", "pydantic", "platformdirs",
             "sqlite3", "asyncio", "tomllib"):
    import_module(name)
for name in sys.argv[1:]:
    if name != "unspasm.__main__":
        import_module(name)
for name in [name for name in sys.modules if name.partition(".")[0] == "unspasm"]:
    del sys.modules[name]
os.environ = Unread()
time.time = time.time_ns = time.monotonic = time.monotonic_ns = time.clock_gettime = no_clock
sys.addaudithook(watch)
for name in sys.argv[1:]:
    import_module(name)
"""


def run(program: str, *words: str, home: Path | None = None) -> str:
    """Run a small program in a Python of its own; return what it printed."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    if home is not None:
        environment["UNSPASM_HOME"] = str(home)
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@cache
def every_module() -> tuple[str, ...]:
    """The name of every module of unspasm."""
    found = pkgutil.walk_packages(unspasm.__path__, prefix="unspasm.")
    return ("unspasm", *(one.name for one in found))


def below(*packages: str) -> list[str]:
    """Every module in these packages, themselves included."""
    return [
        name
        for name in every_module()
        if any(name == package or name.startswith(f"{package}.") for package in packages)
    ]


def loaded_by(names: Iterable[str]) -> frozenset[str]:
    """The top-level modules that are there once these have been imported."""
    return frozenset(run(LOADED, *names).split())


def test_the_package_itself_loads_nothing() -> None:
    before = loaded_by([])

    assert loaded_by(["unspasm"]) == before | {"unspasm"}


def test_the_rules_need_only_the_standard_library() -> None:
    names = below("unspasm.domain")
    forbidden = BEYOND_THE_STANDARD_LIBRARY | {"sqlite3", "tomllib", "socket", "subprocess"}

    assert len(names) > 10
    assert not loaded_by(names) & forbidden


def test_the_command_line_is_there_before_anything_heavy() -> None:
    names = ["unspasm.cli", "unspasm.cli.parser", "unspasm.cli.exits", "unspasm.cli.streams"]
    heavy = BEYOND_THE_STANDARD_LIBRARY | {"sqlite3", "tomllib", "json", "asyncio"}

    assert not loaded_by(names) & heavy


def test_words_record_and_journeys_load_neither_the_full_screen_nor_the_content() -> None:
    names = below(
        "unspasm.words", "unspasm.journeys", "unspasm.clock", "unspasm.cues", "unspasm.paths",
        "unspasm.plain",
    )  # fmt: skip
    transfer = {"unspasm.journal.transfer", "unspasm.journal.shapes"}
    names += [name for name in below("unspasm.journal") if name not in transfer]

    assert not loaded_by(names) & (FULL_SCREEN | READS_CONTENT)


def test_nothing_below_the_widgets_knows_the_full_screen() -> None:
    above = below(
        "unspasm.app", "unspasm.flows", "unspasm.theme", "unspasm.screens", "unspasm.widgets"
    )
    names = [name for name in every_module() if name not in {*above, "unspasm.__main__"}]

    assert not loaded_by(names) & FULL_SCREEN


def test_importing_any_module_touches_no_file_no_clock_and_no_environment() -> None:
    names = every_module()

    assert len(names) > 40
    assert run(TOUCHES_NOTHING, *names) == ""


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str, tmp_path: Path) -> None:
    code, said, loaded = json.loads(run(LOADED_BY_A_COMMAND, option, home=tmp_path / "home"))

    assert code == 0
    assert ("usage: unspasm" if option == "--help" else unspasm.__version__) in said
    assert not (BEYOND_THE_STANDARD_LIBRARY | {"sqlite3", "asyncio"}) & frozenset(loaded)
    assert not (tmp_path / "home").exists()


def test_home_without_a_terminal_loads_neither_the_full_screen_nor_the_content(
    tmp_path: Path,
) -> None:
    code, said, loaded = json.loads(run(LOADED_BY_A_COMMAND, home=tmp_path / "home"))

    assert code == 0
    assert "Nothing checked yet" in said
    assert not (FULL_SCREEN | READS_CONTENT) & frozenset(loaded)


def test_only_what_home_shows_is_loaded_before_it_is_painted(tmp_path: Path) -> None:
    """Each module costs every start; write the list anew only when Home cannot do without it."""
    loaded = run(LOADED_BY_HOME, home=tmp_path / "home").split()
    ours = [name for name in loaded if name.startswith("unspasm.")]

    assert not READS_CONTENT & frozenset(loaded)
    assert not {"tomlkit", "statistics"} & frozenset(loaded)
    compare("modules-before-home", "\n".join(ours))


def test_no_module_has_a_name_that_says_nothing() -> None:
    words = {part for name in every_module() for part in name.split(".")}

    assert not words & FORBIDDEN_NAMES


def test_no_module_is_missing_from_the_walk() -> None:
    package = Path(unspasm.__file__).parent
    files = {
        ".".join(("unspasm", *path.relative_to(package).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for path in package.rglob("*.py")
    }

    assert set(every_module()) == files
