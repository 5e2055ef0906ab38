"""A routine of one's own as one HTML file to print: figures, steps, doses and reasons to stop.

A short routine fits one sheet; a longer one says that it can take more, its sheets bear numbers
where the browser can print them, and no exercise is cut in two.
"""

from collections.abc import Iterable
from datetime import date
from html import escape

from unspasm.domain.figure import Figure, arrival, pose_at
from unspasm.domain.figure_svg import picture
from unspasm.domain.own_as_routine import stretch_of, total_of
from unspasm.domain.own_routines import OwnRoutine, OwnStep
from unspasm.domain.stretches import Library, Recovery
from unspasm.domain.which_routine import Body
from unspasm.report.paper import on_paper
from unspasm.words.own_phrases import closed_line, dose_line, stops_of, why_closed
from unspasm.words.own_words import OwnWords
from unspasm.words.phrases import parted
from unspasm.words.session_phrases import clock_of
from unspasm.words.stretch_words import StretchWords

_STYLE = """\
@page { size: A4; margin: 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 186mm; background: #fff; color: #000;
  font: 9.5pt/1.3 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere }
h1 { font-size: 16pt; line-height: 1.2; margin: 0 0 1mm }
h2 { font-size: 10.5pt; line-height: 1.2; margin: 0 0 .5mm; break-after: avoid }
p { margin: 0 0 1mm }
ol, ul { margin: 0; padding-left: 4.5mm }
section { break-inside: avoid; margin: 0 0 3mm }
.steps { columns: 2; column-gap: 6mm; margin-top: 3mm }
.figures { display: flex; gap: 3mm; height: HEIGHTmm; margin: 1mm 0 }
.figures svg { flex: 1 1 0; min-width: 0; max-height: 100% }
.dose { font-weight: bold }
.closed { font-weight: bold; border: .3mm solid #000; padding: .5mm 1mm }
.foot { columns: 2; column-gap: 6mm; border-top: .3mm solid #000; padding-top: 2mm }
@media screen { body { padding: 6mm; font-size: 12pt } }
"""
_HEIGHTS = ((4, 32), (8, 22), (20, 14))
"""Up to so many exercises, the figures are so high, in millimetres."""
_ON_A_SHEET = 4
"""So many exercises of ours, with figures, steps and what stands below them, fill a sheet."""


def routine_page(
    own: OwnRoutine,
    library: Library,
    words: OwnWords,
    stretch_words: StretchWords,
    body: Body,
    day: date,
    version: str,
) -> str:
    """Return the whole page, with one newline at its end.

    Args:
        own: the routine.
        library: the stretches that it names.
        words: the words of such routines.
        stretch_words: the words for what a stretch needs, and why one waits.
        body: what is closed to the person on that day.
        day: the day it is printed on.
        version: of the program.
    """
    height = next(high for most, high in _HEIGHTS if len(own.steps) <= most)
    title = escape(words.page_title.format(name=own.name))
    closed = [tuple(closed_line(words, stretch_words, step, library, body)) for step in own.steps]
    steps = (
        _step(number, step, library, words, closed[number - 1])
        for number, step in enumerate(own.steps, start=1)
    )
    printed = words.page_printed.format(date=day.isoformat(), version=version)
    paragraphs = [
        f"<h1><bdi>{title}</bdi></h1>",
        *(line for why in why_closed(words, [own], library, body) for line in _closed(why)),
        *_head(own, library, words, stretch_words),
        '<div class="steps">',
        *steps,
        "</div>",
        '<div class="foot">',
        *_ways(own, library, words),
        _list(words.list_heading.format(words=words.stop_heading), stops_of(own, library)),
        "</div>",
        *_said(f"{printed} {words.page_limits}"),
    ]
    return on_paper(title, _STYLE.replace("HEIGHT", str(height)), paragraphs)


def _head(
    own: OwnRoutine, library: Library, words: OwnWords, stretch_words: StretchWords
) -> list[str]:
    """Whom it is from, what it takes, and what must be known before it is begun."""
    total = clock_of(total_of(own, library))
    long = len(own.steps) > _ON_A_SHEET
    return [
        *(_typed(words.page_from.format(name=own.given_by)) if own.given_by else []),
        *(_typed(own.note) if own.note else []),
        *_said(words.page_total.format(total=total)),
        *(_said(words.page_long.format(number=len(own.steps))) if long else []),
        *_needs(own, library, words, stretch_words),
        *_first_days(own, library, words),
    ]


def _said(line: str) -> list[str]:
    return [f"<p>{escape(line)}</p>"]


def _closed(line: str) -> list[str]:
    """A line that must not be passed over."""
    return [f'<p class="closed">{escape(line)}</p>']


def _typed(line: str) -> list[str]:
    """A line that somebody typed: it runs its own way."""
    return [f"<p><bdi>{escape(line)}</bdi></p>"]


def _list(heading: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<section><h2>{escape(heading)}</h2><ul>{items}</ul></section>"


def _needs(
    own: OwnRoutine, library: Library, words: OwnWords, stretch_words: StretchWords
) -> list[str]:
    things = dict.fromkeys(need for step in own.steps for need in stretch_of(step, library).needs)
    named = parted(words.also, (str(getattr(stretch_words, f"need_{thing}")) for thing in things))
    return _said(words.page_needs.format(needs=named)) if named else []


def _first_days(own: OwnRoutine, library: Library, words: OwnWords) -> list[str]:
    """What is not done in the acute phase, on paper as on the screen."""
    stretches = [stretch_of(step, library) for step in own.steps]
    later = [one.name for one in stretches if one.strength or Recovery.ACUTE not in one.doses]
    return _typed(words.page_first_days.format(names=parted(words.also, later))) if later else []


def _ways(own: OwnRoutine, library: Library, words: OwnWords) -> list[str]:
    floor = any(stretch_of(step, library).place.is_floor for step in own.steps)
    advice = library.advice
    return [
        _list(words.page_way_in, advice.get_down if floor else advice.get_in),
        _list(words.page_way_out, advice.get_up if floor else advice.get_out),
    ]


def _step(
    number: int, step: OwnStep, library: Library, words: OwnWords, closed: Iterable[str]
) -> str:
    stretch = stretch_of(step, library)
    lines = "".join(f"<li><bdi>{escape(line)}</bdi></li>" for line in stretch.steps)
    drawn = _figures(stretch.figure, words.figure_of.format(name=stretch.name))
    dose = escape(dose_line(words, step, library))
    name = f"<bdi>{escape(stretch.name)}</bdi>"
    heading = escape(words.numbered).format(number=number, words=name)
    waits = "".join(paragraph for line in closed for paragraph in _closed(line))
    told = f'<h2>{heading}</h2>{waits}<p class="dose">{dose}</p>{drawn}<ol>{lines}</ol>'
    return f"<section>{told}</section>"


def _figures(figure: Figure | None, words: str) -> str:
    """The first pose and the last: where it begins, and where it is held or turns."""
    if figure is None:
        return ""
    names = dict.fromkeys((figure.keys[0].name, figure.keys[-1].name))
    poses = [pose_at(figure, arrival(figure, name)) for name in names]
    drawn = "".join(picture(figure, pose, words) for pose in poses)
    return f'<div class="figures">{drawn}</div>'
