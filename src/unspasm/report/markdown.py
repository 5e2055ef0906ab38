"""The page for a clinician as Markdown."""

import re

from unspasm.report.sheet import Section, Sheet
from unspasm.report.typed import without_marks

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#+!|~&$@^=]")
_LINKS = re.compile(r"(?i)(?<=[a-z])(?=://)|(?<=www)(?=\.)|(?<=mailto)(?=:)")
"""Where some programs would make a link of plain text."""
_BEGINS = re.compile(r"^(\d*)([-.:)])")
"""What would begin a list of its own within an item."""


def markdown(sheet: Sheet) -> str:
    """Return the whole page, with one newline at its end."""
    first, *rest = map(escaped, sheet.head)
    parts = [f"# {escaped(sheet.title)}", f"**{first}**", *rest, *map(_section, sheet.sections)]
    return "\n\n".join(parts) + "\n"


def escaped(line: str) -> str:
    """Return one line so that Markdown shows it as it is, and makes no link of it."""
    text = _SPECIAL.sub(r"\\\g<0>", without_marks(line))
    return _BEGINS.sub(r"\1\\\2", _LINKS.sub(r"\\", text))


def _section(section: Section) -> str:
    lines = [f"- {escaped(line)}" for line in section.lines]
    signs = ["```text", *section.signs, "```", ""] if section.signs else []
    return "\n".join([f"## {escaped(section.heading)}", "", *signs, *lines])
