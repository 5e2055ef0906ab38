"""The page for a clinician as one HTML file that prints on one sheet."""

from html import escape

from unspasm.domain.clinician_values import Part
from unspasm.report.paper import on_paper
from unspasm.report.sheet import BESIDE, Section, Sheet
from unspasm.report.typed import CLOSE, OPEN

_STYLE = """\
@page { size: A4; margin: 12mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 186mm; background: #fff; color: #000;
  font: 8.5pt/1.27 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere }
h1 { font-size: 13pt; line-height: 1.2; margin: 0 0 1mm }
h2 { font-size: 9pt; line-height: 1.2; margin: 2mm 0 .5mm; border-bottom: .3mm solid #000;
  break-after: avoid }
p { margin: 0 0 .5mm }
ul { margin: 0; padding-left: 3.5mm }
section { break-inside: avoid }
.two { columns: 2; column-gap: 6mm }
.two section:first-child h2 { margin-top: 2mm }
.chart { display: grid; grid-template-columns: 116mm 1fr; column-gap: 6mm }
svg { display: block; width: 100%; height: auto }
body svg text { font-size: 14px }
@media screen { body { padding: 6mm; font-size: 11pt } }
"""


def html(sheet: Sheet) -> str:
    """Return the whole page, with one newline at its end."""
    drawn = [one for one in sheet.sections if one.drawing]
    beside = [one for one in sheet.sections if drawn and one.part in BESIDE]
    narrow = [one for one in sheet.sections if not one.wide and one not in beside]
    notes = [one for one in sheet.sections if one.part is Part.NOTES]
    above = [one for one in sheet.sections if one.wide and one not in (*drawn, *notes)]
    first, *rest = (_line(line) for line in sheet.head)
    head = [f"<p><strong>{first}</strong></p>", *(f"<p>{line}</p>" for line in rest)]
    columns = [f'<div class="two">{_all(narrow)}</div>'] if narrow else []
    charts = [f'<div class="chart">{_all(drawn)}<div>{_all(beside)}</div></div>'] if drawn else []
    body = [
        f"<h1>{_line(sheet.title)}</h1>",
        *head,
        *map(_section, above),
        *charts,
        *columns,
        *map(_section, notes),
    ]
    return on_paper(_line(sheet.title), _STYLE, body)


def _all(sections: list[Section]) -> str:
    return "".join(map(_section, sections))


def _section(section: Section) -> str:
    lines = "".join(f"<li>{_line(line)}</li>" for line in section.lines)
    return f"<section><h2>{_line(section.heading)}</h2>{section.drawing}<ul>{lines}</ul></section>"


def _line(line: str) -> str:
    """One line, in which typed text runs its own way."""
    return escape(line).replace(OPEN, "<bdi>").replace(CLOSE, "</bdi>")
