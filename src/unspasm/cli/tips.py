"""`unspasm tips`: topics, one tip, or what answers a question."""

import argparse
import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line, use_utf8

if TYPE_CHECKING:
    from unspasm.domain.tips import Tip, TipLibrary, Topic
    from unspasm.journeys.house import House
    from unspasm.journeys.tips import TipsJourney
    from unspasm.words import TipsWords, Words

_WHO = "unspasm tips"


def run_tips(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from unspasm.cli.faces import start_in_house  # noqa: PLC0415

    return start_in_house(lambda house, words: _tell(house, words, arguments))


def _tell(house: "House", words: "Words", arguments: argparse.Namespace) -> int:
    from unspasm.cli.troubles import tell  # noqa: PLC0415
    from unspasm.journeys.tips import TipsJourney  # noqa: PLC0415

    if arguments.name is not None and arguments.search is not None:
        return complain(_WHO, words.tips.one_or_other)
    run = TipsJourney(house, words.tips)
    is_open = run.open
    tell(house.troubles)
    if not is_open:
        return _refuse(house, words, as_json=arguments.json)
    use_utf8()
    if arguments.search is not None:
        return _found(run, words.tips, arguments.search, as_json=arguments.json)
    if arguments.name is not None:
        return _named(house, run, words, arguments.name, as_json=arguments.json)
    if arguments.json:
        _print_json({"topics": [_topic_json(one) for one in run.library.topics]})
        return Exit.DONE
    for topic in run.library.topics:
        _print(f"{topic.id:16} {topic.title:28} {topic.about}")
    _print(words.tips.shell_more)
    return Exit.DONE


# --- a card instead -------------------------------------------------------------------------------


def _refuse(house: "House", words: "Words", *, as_json: bool) -> int:
    lines = list(_card(house, words))
    if as_json:
        why = "under_16" if house.status().under_16 else "emergency"
        _print_json({"refused": why, "say": [line for line in lines if line]})
    else:
        for line in lines:
            _print(line)
    return Exit.REFUSED


def _card(house: "House", words: "Words") -> Iterator[str]:
    from unspasm.journeys.care import CareJourney  # noqa: PLC0415
    from unspasm.plain.card import card_lines  # noqa: PLC0415

    first = house.status().card_first
    if first is None:
        heading = words.plain.heading.format(words=words.tips.refused_heading)
        yield f"{heading} {words.tips.refused_under_16}"
    else:
        yield from card_lines(CareJourney(house, first.check).card, words.card)


# --- tips -----------------------------------------------------------------------------------------


def _found(run: "TipsJourney", words: "TipsWords", text: str, *, as_json: bool) -> int:
    found = run.find(text)
    if as_json:
        _print_json({"tips": [_tip_json(tip) for tip in found]})
    elif found:
        _list(words, found)
    else:
        _print(words.found_none)
    return Exit.DONE if found else Exit.NOT_FINISHED


def _named(house: "House", run: "TipsJourney", words: "Words", name: str, *, as_json: bool) -> int:
    topic, tip = _with_name(run.library, name)
    if topic and as_json:
        _print_json(_topic_json(topic))
    elif topic:
        _list(words.tips, topic.tips)
    elif tip and as_json:
        _print_json(_tip_json(tip))
    elif tip:
        for line in _one(house, words, run, tip):
            _print(line)
    else:
        return _unknown(run.library, words.tips, name)
    return Exit.DONE


def _with_name(library: "TipLibrary", name: str) -> tuple["Topic | None", "Tip | None"]:
    """Return the topic or the tip of that id or title, however it is written."""
    wanted = _folded(name)
    for topic in library.topics:
        if wanted in {_folded(topic.id), _folded(topic.title)}:
            return topic, None
    tips = library.tips.values()
    return None, next((one for one in tips if wanted in map(_folded, (one.id, one.title))), None)


def _folded(name: str) -> str:
    from unspasm.domain.word_match import words_in  # noqa: PLC0415

    return " ".join(words_in(name))


def _unknown(library: "TipLibrary", words: "TipsWords", name: str) -> int:
    """Complain about a name that there is none of, with the names near it."""
    from unspasm.words.phrases import parted  # noqa: PLC0415

    names = [*(topic.id for topic in library.topics), *library.tips]
    near = get_close_matches(name.casefold(), names, n=3, cutoff=0.5)
    template = words.unknown if near else words.unknown_none
    complain(_WHO, template.format(name=name, near=parted(words.also, near)))
    return Exit.NOT_FINISHED


def _list(words: "TipsWords", tips: "Iterable[Tip]") -> None:
    for tip in tips:
        note = f"  ({words.check_now_shell})" if tip.check else ""
        _print(f"{tip.id:24} {tip.title}{note}")


def _one(house: "House", words: "Words", run: "TipsJourney", tip: "Tip") -> Iterator[str]:
    from unspasm.words.phrases import parted, source_line  # noqa: PLC0415
    from unspasm.words.tips_phrases import tip_lines  # noqa: PLC0415

    yield from tip_lines(words.tips, tip, words.tips.check_first_shell)
    if tip.related:
        related = parted(words.tips.also, (one.id for one in run.related(tip)))
        yield words.plain.named.format(name=words.tips.related, value=related)
    yield words.help.why_title
    sources = house.catalogue.sources
    yield from (f"- {source_line(words.help, sources[name])}" for name in tip.sources)


# --- output ---------------------------------------------------------------------------------------


def _topic_json(topic: "Topic") -> dict[str, object]:
    return {
        "id": topic.id,
        "title": topic.title,
        "about": topic.about,
        "tips": [{"id": tip.id, "title": tip.title, "check": tip.check} for tip in topic.tips],
    }


def _tip_json(tip: "Tip") -> dict[str, object]:
    return {
        "id": tip.id,
        "topic": tip.topic,
        "title": tip.title,
        "check": tip.check,
        "lead": tip.lead,
        "lines": list(tip.lines),
        "differs": tip.differs or None,
        "related": list(tip.related),
        "sources": list(tip.sources),
    }


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2))


def _print(line: str) -> None:
    print(one_line(line))
