"""What a caption file's name and the .info.json beside it tell of an episode; all of it foreign text, tidied here."""

import hashlib
import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from reviewer.library.episodes import EpisodeFacts

SLUG_LENGTH: Final = 80
_TITLE_LENGTH: Final = 500
_LARGEST: Final = 200 * 2**20  # bytes; with comments in it an .info.json may take tens of megabytes
_JOINERS: Final = "\u200c\u200d"  # not printable, and part of words in many scripts
_LANGUAGE = re.compile(r"\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_VIDEO_ID = re.compile(r"\s*\[([A-Za-z0-9_-]{11})\]$")
_SAFE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def facts_of(file: Path, *, title: str = "", series: str = "") -> EpisodeFacts:
    """Title, series and the rest: as the user says, else from yt-dlp's .info.json, else from the file's name."""
    stem = _LANGUAGE.sub("", file.stem)
    match = _VIDEO_ID.search(stem)
    named = line(_VIDEO_ID.sub("", stem).replace("_", " ")) or "Untitled"
    facts = EpisodeFacts(named, video_id=match[1] if match else "")
    facts = _from_info(file.with_name(f"{stem}.info.json"), facts)
    return replace(facts, title=line(title) or facts.title, series=line(series) or facts.series)


def _from_info(info: Path, facts: EpisodeFacts) -> EpisodeFacts:
    told = _read(info)
    named, tags = told.get("id"), told.get("tags")
    return EpisodeFacts(
        title=_line(told, "title") or facts.title,
        series=_line(told, "series") or _line(told, "channel"),
        shelf=_line(told, "shelf"),
        video_id=named if isinstance(named, str) and _SAFE_ID.fullmatch(named) else facts.video_id,
        published=_date(told.get("upload_date")),
        description=_text(told.get("description")),
        tags=tuple(line(tag)[:60] for tag in tags[:100] if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _read(info: Path) -> dict[str, Any]:
    """The object in the file; an empty one where there is none, since it is only an extra."""
    try:
        told = json.loads(info.read_bytes()) if info.stat().st_size <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


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


def _date(told: object) -> str:
    """20260131 as 2026-01-31; empty for what is no day."""
    if not isinstance(told, str) or not re.fullmatch(r"[0-9]{8}", told):
        return ""
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return ""


def slug_of(title: str) -> str:
    """A title as a safe name: a to z, 0 to 9, hyphens, at most 80; of a title in another script a hash."""
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:SLUG_LENGTH].strip("-")
    return slug or "episode-" + hashlib.sha256(title.encode(errors="replace")).hexdigest()[:8]
