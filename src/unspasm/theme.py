"""The calm theme of unspasm, dark and light. Contrast of every pair is at least 7 to 1."""

from textual.theme import Theme

DARK = Theme(
    name="unspasm-dark",
    primary="#7fd6c2",
    secondary="#a9bccb",
    accent="#7fd6c2",
    warning="#ffd27a",
    error="#ff9d8a",
    success="#7fd6c2",
    foreground="#e8eef2",
    background="#11181f",
    surface="#1a232c",
    panel="#1a232c",
    dark=True,
    variables={
        "quiet": "#a9bccb",
        "worse": "#ff9d8a",
        "row-key": "#7fd6c2",
        "footer-key-foreground": "#7fd6c2",
        "footer-description-foreground": "#a9bccb",
    },
)
LIGHT = Theme(
    name="unspasm-light",
    primary="#075448",
    secondary="#3e4d59",
    accent="#075448",
    warning="#654300",
    error="#8c1226",
    success="#075448",
    foreground="#1c262e",
    background="#f7f5f0",
    surface="#ece9e1",
    panel="#ece9e1",
    dark=False,
    variables={
        "quiet": "#3e4d59",
        "worse": "#8c1226",
        "row-key": "#075448",
        "footer-key-foreground": "#075448",
        "footer-description-foreground": "#3e4d59",
    },
)
DEFAULTS = {
    "quiet": "#a9bccb",
    "worse": "#ff9d8a",
    "row-key": "#7fd6c2",
    "emergency-ground": "#8c1226",
    "emergency-text": "#ffffff",
}
"""For Textual's own themes, which do not know our words."""
ANSI_DEFAULTS = {
    "quiet": "ansi_default",
    "worse": "ansi_default",
    "row-key": "ansi_default",
    "emergency-ground": "ansi_red",
    "emergency-text": "ansi_bright_white",
}
"""For terminals with sixteen colours, and for none at all."""
