"""Screens as text, kept in tests/golden."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def compare(name: str, text: str) -> None:
    """Compare with the text that is kept; UPDATE_GOLDEN=1 writes it anew."""
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text + "\n", encoding="utf-8")
    assert golden.read_text(encoding="utf-8").rstrip("\n") == text.rstrip("\n")
