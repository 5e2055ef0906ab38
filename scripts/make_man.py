"""Write the manual page and the completions from the parser, or with --check compare them."""

import sys
from collections.abc import Mapping
from pathlib import Path

from unspasm.cli.completion import completion
from unspasm.cli.manual import manual

DOCS = Path(__file__).parents[1] / "docs"


def pages() -> Mapping[Path, str]:
    """What each file holds. The names are those under which shells look for completions."""
    return {
        DOCS / "man" / "unspasm.1": manual(),
        DOCS / "completions" / "unspasm": completion("bash"),
        DOCS / "completions" / "_unspasm": completion("zsh"),
        DOCS / "completions" / "unspasm.fish": completion("fish"),
    }


def main() -> int:
    """Write the files, or with --check compare them."""
    stale = False
    for file, text in pages().items():
        name = file.relative_to(DOCS.parent)
        current = file.exists() and file.read_text(encoding="utf-8") == text
        if "--check" in sys.argv[1:]:
            print(f"{name} is current." if current else f"{name} is out of date.")
            stale = stale or not current
        elif not current:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            print(f"{name} is written.")
    return int(stale)


if __name__ == "__main__":
    raise SystemExit(main())
