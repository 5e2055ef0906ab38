"""Sentences about packs, the same on both faces."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil

from unspasm.domain.home import HomeView
from unspasm.domain.pack_entries import Ended, PackKind
from unspasm.domain.pack_record import OnSkin, Over, Rest
from unspasm.domain.pack_rules import MOST_IN_A_DAY
from unspasm.domain.pack_start import NoPack, Why
from unspasm.domain.pack_watch import PackCue
from unspasm.words.pack_words import PackWords
from unspasm.words.phrases import when
from unspasm.words.sets import CalendarWords, HomeWords

_MINUTE = timedelta(minutes=1)
_HOURS_FROM = timedelta(minutes=120)
_UNNOTICED = timedelta(seconds=30)
"""So far past its time, a pack was not watched."""


def name_of(words: PackWords, kind: PackKind) -> str:
    """Return "cold pack" or "heat pack"."""
    return str(getattr(words, kind.value))


def title_case(text: str) -> str:
    """Return a sentence's beginning with its first letter large."""
    return text[:1].upper() + text[1:]


def clock(at: datetime) -> str:
    """Return a time of day, as `14:22`."""
    return f"{at:%H:%M}"


def digits(left: timedelta) -> str:
    """Return time left as `11:40`, rounded up, so that nought means over."""
    seconds = ceil(left.total_seconds())
    return f"{seconds // 60}:{seconds % 60:02}"


def span(words: PackWords, time: timedelta) -> str:
    """Return a length of time as people say it: `12 minutes`."""
    if time >= _HOURS_FROM:
        return words.about_hours.format(hours=round(time / timedelta(hours=1)))
    if time < _MINUTE:
        return words.about_seconds.format(seconds=int(time.total_seconds()))
    minutes = round(time / _MINUTE)
    return words.about_minute if minutes == 1 else words.about_minutes.format(minutes=minutes)


# --- a pack that is on ----------------------------------------------------------------------------


def strip(words: PackWords, pack: OnSkin | None, rests_until: datetime | None) -> str:
    """Return the line about packs that every screen bears; nothing if there is nothing to say."""
    if pack is None:
        return words.strip_rest.format(time=clock(rests_until)) if rests_until else ""
    name = name_of(words, pack.on.kind)
    if pack.over:
        return words.strip_over.format(name=name)
    if pack.asks:
        return words.strip_look.format(name=title_case(name))
    return words.strip_left.format(
        name=title_case(name), time=digits(pack.left), ends=clock(pack.ends)
    )


def strip_plain(words: PackWords, pack: OnSkin | None, rests_until: datetime | None) -> str:
    """Return the same where its keys are not heard."""
    if pack is None:
        return strip(words, None, rests_until)
    name = name_of(words, pack.on.kind)
    if pack.over:
        return words.title_over.format(name=name) + "."
    if pack.asks:
        return words.look_title + "."
    return words.plain_strip.format(
        name=title_case(name), time=digits(pack.left), ends=clock(pack.ends)
    )


def window_title(words: PackWords, pack: OnSkin) -> str:
    """Return what the window is called: it can be seen without looking at the screen."""
    name = name_of(words, pack.on.kind)
    if pack.over:
        return words.title_over.format(name=name)
    if pack.asks:
        return words.title_look
    whole = timedelta(minutes=ceil(pack.left / _MINUTE))
    return words.title.format(time=span(words, whole), name=name)


def what_now(words: PackWords, pack: OnSkin) -> str:
    """Return the one sentence that says what to do now."""
    if pack.over:
        return words.over_title
    return words.look_title if pack.asks else words.do_now


def details(words: PackWords, calendar: CalendarWords, pack: OnSkin) -> Iterator[str]:
    """What else there is to know, one sentence a line."""
    if pack.over:
        yield why_over(words, calendar, pack)
    elif pack.asks:
        yield words.look
        yield words.look_fine
        if len(pack.waiting) > 1:
            yield words.look_late
    else:
        coming = pack.next_check
        yield words.next_check.format(time=clock(coming)) if coming else words.last_check
        yield words.no_longer


def keys(words: PackWords, pack: OnSkin) -> str:
    """Return the keys that matter now."""
    if pack.over:
        return words.over_keys_long if pack.long_ago else words.over_keys
    return words.look_keys if pack.asks else words.run_keys


def why_over(words: PackWords, calendar: CalendarWords, pack: OnSkin) -> str:
    """Return why the pack has to come off, and how long it has been on."""
    if pack.on_for is None:
        return words.over_unknown.format(when=when(calendar, pack.since, pack.now))
    time = span(words, pack.on_for)
    match pack.over:
        case Over.NOT_FINE:
            return words.over_not_fine.format(time=time)
        case Over.UNANSWERED if pack.on_for < pack.planned:
            return words.over_unanswered.format(time=time)
        case _:
            late = (pack.over_for or timedelta(0)) > _UNNOTICED
            template = words.over_time_late if late else words.over_time
            return template.format(time=time, planned=span(words, pack.planned))


def last_words(words: PackWords, pack: OnSkin) -> str:
    """Return what is left on the terminal when the program ends while a pack is on."""
    template = words.left_over if pack.over else words.left_running
    return template.format(name=name_of(words, pack.on.kind), ends=clock(pack.ends))


def spoken(words: PackWords, cues: list[PackCue]) -> str:
    """Return what a voice says."""
    return " ".join(str(getattr(words, f"say_{cue.value}")) for cue in cues)


# --- a pack that is off ---------------------------------------------------------------------------


def said_of_end(words: PackWords, pack: OnSkin, ended: Ended) -> str:
    """Return what is said when a pack has come off.

    Args:
        words: the words.
        pack: as it was on the skin.
        ended: what the person said.
    """
    if ended is Ended.UNTOUCHED and pack.can_be_untouched:
        return words.off_untouched.format(seconds=int((pack.on_for or _MINUTE).total_seconds()))
    if ended is Ended.EARLIER and pack.long_ago:
        return words.off_earlier
    if pack.on_for is None:
        return words.off_unknown
    time = span(words, pack.on_for)
    over = pack.over_for or timedelta(0)
    if over > _UNNOTICED:
        return words.off_over.format(time=time, over=span(words, over))
    early = pack.on_for < pack.planned and not pack.over
    return (words.off_early if early else words.off_done).format(time=time)


def said_of_rest(words: PackWords, rest: Rest | None, kind: PackKind, now: datetime) -> str:
    """Return until when the skin rests; nothing if it does not."""
    if rest is None:
        return ""
    until = clock(now + rest.left)
    if rest.changed:
        return words.rest_changed.format(time=until)
    if kind is PackKind.COLD and rest.sooner_left < rest.left:
        return words.rest_sooner.format(time=until, sooner=clock(now + rest.sooner_left))
    return words.rest.format(time=until)


# --- no pack --------------------------------------------------------------------------------------


def why_not(
    words: PackWords,
    calendar: CalendarWords,
    no: NoPack,
    kind: PackKind,
    now: datetime,
    *,
    under_16: bool = False,
) -> Iterator[str]:
    """Why no pack may be put on now, and until when."""
    match no.why:
        case Why.LOCKED:
            yield words.refused_under_16 if under_16 else words.refused_locked
        case Why.ON_SKIN:
            yield words.refused_on_skin
        case Why.FULL if no.until:
            at = when(calendar, no.until, now)
            yield words.refused_full.format(most=MOST_IN_A_DAY[kind], when=at)
        case _ if no.until:
            yield words.refused_rest.format(time=clock(no.until))
            if no.sooner:
                yield words.refused_rest_sooner.format(sooner=clock(no.sooner))


def home_note(words: HomeWords, view: HomeView) -> str:
    """Return what Home says beside "cold or heat"."""
    if view.pack:
        return words.packs_on
    if view.rests_until:
        return words.packs_rest.format(time=clock(view.rests_until))
    return words.packs_note
