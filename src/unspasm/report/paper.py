"""A page of HTML that stands alone: no script, no link, nothing to fetch, and a policy for it."""

from collections.abc import Iterable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def on_paper(title: str, style: str, body: Iterable[str]) -> str:
    """Return the whole page, with one newline at its end.

    Args:
        title: of the window, escaped already.
        style: how it looks on paper and on the screen, with a newline at its end.
        body: its lines, escaped already.
    """
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )
