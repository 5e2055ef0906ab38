"""Writing a changed setting: every comment, and whatever else stands in the file, stays.

Only this module imports tomlkit.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from unspasm.settings.reading import KEYS, MOST_BYTES, read_text
from unspasm.settings.values import CHECKS, Settings

_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def write(path: Path, values: Mapping[str, Any], comments: Mapping[str, str]) -> bool:
    """Write some settings to a file; return whether that was done.

    Args:
        path: of the file. Where there is none, one is made, with everything explained in it.
        values: by name; the default of a setting that is a text or a list takes its line out.
        comments: what a new file says about each setting, and under `file` in front of them all.
    """
    target = path.resolve()
    try:
        text = _read(target)
        changed = new_file(comments) if text is None else text
        for name, value in values.items():
            changed = _with(changed, name, value)
        if changed == text:
            return True
        _put(target, changed)
    except (OSError, ValueError, TOMLKitError, RecursionError):
        return False
    return True


def new_file(comments: Mapping[str, str]) -> str:
    """Return the text of a file that says nothing yet, and explains everything."""
    default, lines = Settings(), _comment(comments.get("file", ""))
    for name in CHECKS:
        value = tomlkit.item(_plain(getattr(default, name))).as_string()
        lines += ["", *_comment(comments.get(name, "")), f"# {name} = {value}"]
    lines += ["", *_comment(comments.get(KEYS, "")), f"[{KEYS}]"]
    return "".join(f"{line}\n" for line in lines)


def _comment(words: str) -> list[str]:
    return [f"# {line}".rstrip() for line in words.splitlines()]


def _read(target: Path) -> str | None:
    """Return what stands in the file now: somebody may have written since it was read."""
    try:
        raw = target.read_bytes()
    except FileNotFoundError:
        return None
    if len(raw) > MOST_BYTES:
        raise ValueError("too long")
    return raw.decode("utf-8-sig")


def _with(text: str, name: str, value: Any) -> str:  # noqa: ANN401 - any setting
    """Return the text with one setting changed.

    Raises:
        ValueError: if the text would then not say exactly that and all it said before.
    """
    before = tomllib.loads(text)
    plain = _plain(value)
    empty = plain in ("", []) and not isinstance(plain, bool)
    wanted = {**before, name: plain}
    if empty:
        wanted = {key: one for key, one in before.items() if key != name}
    if wanted == before:
        return text
    for changed in (_in_place(text, name, plain), _through_tomlkit(text, name, plain, empty)):
        if changed is not None and _says(changed, wanted):
            return changed
    raise ValueError(f"{name} cannot be changed")


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    with suppress(ValueError):
        return tomllib.loads(text) == wanted and read_text(Path(), text).readable
    return False


def _in_place(text: str, name: str, value: object) -> str | None:
    """Put the value where the file explains it, if it does."""
    if name == KEYS:
        return None
    table = _TABLE.search(text)
    head, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    line = f"{name} = {tomlkit.item(value).as_string()}"
    changed, count = re.subn(
        rf"^#[ \t]*{name}[ \t]*=.*$", lambda _: line, head, count=1, flags=re.MULTILINE
    )
    return changed + rest if count else None


def _through_tomlkit(text: str, name: str, value: Any, empty: bool) -> str:  # noqa: ANN401, FBT001
    document = tomlkit.parse(text)
    if empty:
        document.remove(name)
    elif name == KEYS and isinstance(document.get(KEYS), dict):
        table = document[KEYS]
        for key in set(table) - set(value):
            table.remove(key)
        for key, one in value.items():
            if table.get(key) != one:
                table[key] = one
    elif name in document or name == KEYS:
        document[name] = value
    else:
        line = tomlkit.document()
        line[name] = value
        table_at = _TABLE.search(text)
        place = table_at.start() if table_at else len(text)
        lead = "" if not place or text[place - 1] == "\n" else "\n"
        return f"{text[:place]}{lead}{tomlkit.dumps(line)}{text[place:]}"
    return tomlkit.dumps(document)


def _plain(value: object) -> Any:  # noqa: ANN401 - what TOML knows
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _put(target: Path, text: str) -> None:
    """Put a text in place of a file, whole or not at all, for its owner's eyes only."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o600)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
