"""What a caption file's name and the .info.json beside it tell of an episode; all of it foreign text, tidied here.

What of the .info.json can't be used is left out and listed as an oddity of the import: line 0, the whole file.
"""

import hashlib
import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from reviewer.core.cues import Oddity
from reviewer.core.wording import count
from reviewer.errors import printable
from reviewer.library.episodes import EpisodeFacts

SLUG_LENGTH: Final = 80
_TITLE_LENGTH: Final = 500
_MOST_TAGS: Final = 100
_LARGEST: Final = 200 * 2**20  # bytes; with comments in it an .info.json may take tens of megabytes
_JOINERS: Final = "\u200c\u200d"  # not printable, and part of words in many scripts
_LANGUAGE = re.compile(r"\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_VIDEO_ID = re.compile(r"\s*\[([A-Za-z0-9_-]{11})\]$")
_NOTHING: Final = (None, "")  # what yt-dlp writes for what it does not know
_SAFE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def facts_of(file: Path, *, title: str = "", series: str = "") -> tuple[EpisodeFacts, tuple[Oddity, ...]]:
    """Title, series and the rest: as the user says, else from yt-dlp's .info.json, else from the file's name."""
    stem = _LANGUAGE.sub("", file.stem)
    match = _VIDEO_ID.search(stem)
    named = line(_VIDEO_ID.sub("", stem).replace("_", " ")) or "Untitled"
    facts = EpisodeFacts(named, video_id=match[1] if match else "")
    left_out: list[str] = []
    facts = _from_info(file.with_name(f"{stem}.info.json"), facts, left_out)
    oddities = tuple(Oddity(0, f"{printable(stem)}.info.json: {what}") for what in left_out)
    return replace(facts, title=line(title) or facts.title, series=line(series) or facts.series), oddities


def _from_info(info: Path, facts: EpisodeFacts, left_out: list[str]) -> EpisodeFacts:
    told = _read(info, left_out)
    return EpisodeFacts(
        title=_line(told, "title") or facts.title,
        series=_line(told, "series") or _line(told, "channel"),
        shelf=_line(told, "shelf"),
        video_id=_video_id(told.get("id"), left_out) or facts.video_id,
        published=_date(told.get("upload_date"), left_out),
        description=_text(told.get("description")),
        tags=_tags(told.get("tags"), left_out),
    )


def _read(info: Path, left_out: list[str]) -> dict[str, Any]:
    """The object in the file; an empty one where there is none, since it is only an extra."""
    try:
        told = json.loads(info.read_bytes()) if info.stat().st_size <= _LARGEST else None
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        told = None
    if isinstance(told, dict):
        return told
    left_out.append("it can't be read as a JSON object and was left out.")
    return {}


def _video_id(told: object, left_out: list[str]) -> str:
    if isinstance(told, str) and _SAFE_ID.fullmatch(told):
        return told
    if told not in _NOTHING:
        left_out.append(f"the video id {_quoted(told)} was left out: letters, digits, - and _ are expected.")
    return ""


def _tags(told: object, left_out: list[str]) -> tuple[str, ...]:
    if told in _NOTHING:
        return ()
    if not isinstance(told, list):
        left_out.append("the tags were left out: a list is expected.")
        return ()
    tags = [tag for tag in told if isinstance(tag, str)]
    if len(tags) < len(told):
        left_out.append(f"{count(len(told) - len(tags), 'tag')} left out: texts are expected.")
    if len(tags) > _MOST_TAGS:
        left_out.append(f"{count(len(tags) - _MOST_TAGS, 'tag')} left out: at most {_MOST_TAGS} are kept.")
    return tuple(line(tag)[:60] for tag in tags[:_MOST_TAGS])


def _quoted(told: object) -> str:
    """A value as it may stand in a message: short, one line."""
    text = printable(told if isinstance(told, str) else json.dumps(told))
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def _line(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return line(value) if isinstance(value, str) else ""


def line(text: str) -> str:
    """Foreign text as one line of a title: no control or bidi override characters, at most 500."""
    return " ".join("".join(c for c in text if _is_shown(c)).split())[:_TITLE_LENGTH].rstrip()


def _text(value: object) -> str:
    return "".join(c for c in value if _is_shown(c))[:100_000] if isinstance(value, str) else ""


def _is_shown(character: str) -> bool:
    return character.isprintable() or character.isspace() or character in _JOINERS


def _date(told: object, left_out: list[str]) -> str:
    """20260131 as 2026-01-31; empty for what is no day."""
    try:
        if isinstance(told, str) and re.fullmatch(r"[0-9]{8}", told):
            return date.fromisoformat(told).isoformat()
    except ValueError:
        pass  # eight digits that are no day
    if told not in _NOTHING:
        left_out.append(f"the date {_quoted(told)} was left out: a day such as 20260131 is expected.")
    return ""


def slug_of(title: str) -> str:
    """A title as a safe name: a to z, 0 to 9, hyphens, at most 80; of a title in another script a hash."""
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:SLUG_LENGTH].strip("-")
    return slug or "episode-" + hashlib.sha256(title.encode(errors="replace")).hexdigest()[:8]
