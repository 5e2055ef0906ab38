"""Files and values that somebody has got wrong: by a slip, by damage, or on purpose."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

Text = Callable[[Random, str], str]
ODD = (
    *('""', "0", "-1", "1e400", "nan", "-inf", "true", "[]", "{}", "[[]]", "1979-05-27"),
    *("9" * 5000, "[" * 2000 + "]" * 2000, '"' + "x" * 5000 + '"', '"\\u001b[2J"', "'''", '"""'),
    *("[1, 'a', {b = 2}]", "0x_", '"emergency"', "[true]", "12:00:00", "2026-02-30", "\ufeff1"),
)  # fmt: skip
"""What may stand in the place of a value."""
LINES = (
    *("[", "[[", "[a]", "[[page]]", "[page]", "x = 1", "x.y.z = 1", "= 1", '"" = 1', "a = b = c"),
    *("[" + "a." * 3000 + "a]", "\x00", "\x1b]0;x\a", "# a remark", "[[a]]\n[a]", "\r", "é = 1"),
)  # fmt: skip
"""What may stand on a line of its own."""
SPECIAL = "[]{}=\"'#.,\n\\-+_ \t\x00\x1b\x7fé\u202e"


def one_of_its_lines(chance: Random, text: str) -> str:
    """Leave a line out, have it twice, or put another one in."""
    lines = text.splitlines(keepends=True) or [""]
    place = chance.randrange(len(lines))
    lines[place] = chance.choice(["", lines[place] * 2, f"{chance.choice(LINES)}\n{lines[place]}"])
    return "".join(lines)


def one_of_its_values(chance: Random, text: str) -> str:
    """Put something odd in the place of a value."""
    lines = text.splitlines(keepends=True)
    with_value = [place for place, line in enumerate(lines) if " = " in line]
    if with_value:
        place = chance.choice(with_value)
        key = lines[place].partition(" = ")[0]
        lines[place] = f"{key} = {chance.choice(ODD)}\n"
    return "".join(lines)


def one_of_its_keys(chance: Random, text: str) -> str:
    """Spell a key wrong, or give two lines each other's."""
    lines = text.splitlines(keepends=True)
    with_value = [place for place, line in enumerate(lines) if " = " in line]
    if len(with_value) > 1:
        one, other = chance.sample(with_value, 2)
        (key, _, value), (another, _, _) = (
            lines[one].partition(" = "),
            lines[other].partition(" = "),
        )
        lines[one] = f"{chance.choice([another, f'{key}x', f'{key}.x'])} = {value}"
    return "".join(lines)


def some_letters(chance: Random, text: str) -> str:
    """Change a few letters."""
    letters = list(text)
    for _ in range(chance.randint(1, 4) if letters else 0):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(["", chance.choice(SPECIAL), letters[place] * 2])
    return "".join(letters)


def its_end(chance: Random, text: str) -> str:
    """Cut it short."""
    return text[: chance.randrange(len(text) + 1)]


KINDS: tuple[Text, ...] = (
    one_of_its_lines,
    one_of_its_values,
    one_of_its_values,
    one_of_its_keys,
    some_letters,
    its_end,
)


def changed(chance: Random, text: str) -> bytes:
    """Return the text with one to three things wrong, or with bytes that are no text."""
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        text = chance.choice(KINDS)(chance, text)
    raw = bytearray(text.encode())
    if raw and chance.random() < 0.1:
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def spoil(chance: Random, file: Path, text: str) -> None:
    """Put something wrong, or nothing readable at all, in the place of a file."""
    match chance.randrange(40):
        case 0:
            file.unlink(missing_ok=True)
        case 1:
            file.unlink(missing_ok=True)
            file.mkdir()
        case 2:
            file.write_bytes(b"")
        case 3:
            file.write_bytes(chance.randbytes(chance.randint(1, 3000)))
        case _:
            file.write_bytes(changed(chance, text))


def other_value(chance: Random, value: Any, deep: int = 3) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON like this, with something in it changed."""
    if isinstance(value, dict) and value and deep and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        rest = {name: one for name, one in value.items() if name != key}
        if chance.random() < 0.1:
            return {**rest, chance.choice(["more", "", key.upper()]): value[key]}
        return (
            rest
            if chance.random() < 0.1
            else {**value, key: other_value(chance, value[key], deep - 1)}
        )
    if isinstance(value, list) and value and deep and chance.random() < 0.6:
        place = chance.randrange(len(value))
        return [*value[:place], other_value(chance, value[place], deep - 1), *value[place + 1 :]]
    odd: tuple[Any, ...] = (
        None,
        True,
        -1,
        0,
        11,
        1.5,
        1e308,
        10**30,
        "",
        "x",
        "\x1b[2J",
        "\ud800",
        [],
        {},
        [value, value],
    )
    return chance.choice(
        [
            *odd,
            *([value + 1, -value] if isinstance(value, int | float) else []),
            near(chance, value),
        ]
    )


def near(chance: Random, value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return something of the same kind."""
    match value:
        case bool():
            return not value
        case str():
            return some_letters(chance, value)
        case int() | float():
            return value + chance.choice([-1, 1, 0.5, 1e9, -1e9])
        case _:
            return json.loads(json.dumps(value))
