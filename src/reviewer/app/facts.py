"""What a caption file's name and the .info.json beside it tell of an episode; all of it foreign text, tidied here.

What of the .info.json can't be used is left out and listed as an oddity of the import: line 0, the whole file.
"""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from reviewer.core.cues import Oddity
from reviewer.core.wording import count
from reviewer.errors import printable
from reviewer.library.episodes import EpisodeFacts

INFO: Final = ".info.json"  # what yt-dlp --write-info-json puts beside the captions
LARGEST_INFO: Final = 64 * 2**20  # bytes; with comments in it an .info.json may take tens of megabytes
SLUG_LENGTH: Final = 80
_TITLE_LENGTH: Final = 500
_MOST_TAGS: Final = 100
_MOST_CHAPTERS: Final = 1_000
_LONGEST_S: Final = 7 * 24 * 3_600  # a stream that ran for a week
_JOINERS: Final = "\u200c\u200d"  # not printable, and part of words in many scripts
_NOTHING: Final = (None, "")  # what yt-dlp writes for what it does not know
_SAFE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_VIDEO_ID = re.compile(r"\s*\[([A-Za-z0-9_-]{11})\]$")
_PACKED = re.compile(r"\.(?:gz|gzip|zip)$", re.IGNORECASE)
# en, en-orig, pt-BR, zh-Hans-en, and en-eEY6OEpapPo: a track with a name of its own, as yt-dlp calls it.
_LANGUAGE = re.compile(r"\.([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*(?:-[A-Za-z0-9_-]{11})?)$")
# ISO 639-1 with the old iw, in, ji, jw; of three letters those that YouTube uses and the commonest of ISO 639-2: any
# two or three letters would take the end of a title ("Dr. Who") for a language.
_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu
    iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms
    mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh
    zu bho ceb chr ckb doi fil gom haw hmn ilo kok kri lus mai mni nso yue und ara chi deu dut eng fra fre ger heb hin
    ita jpn kor nld nor pol por rus spa swe tur ukr zho
"""
_LANGUAGES = frozenset(_CODES.split())


@dataclass(frozen=True, slots=True)
class FileName:
    """A caption file's name taken apart: “A talk [dQw4w9WgXcQ].en-orig.vtt.gz”."""

    stem: str  # A talk [dQw4w9WgXcQ]
    language: str  # en-orig, or empty
    title: str  # A talk
    video_id: str  # dQw4w9WgXcQ, or empty

    @property
    def infos(self) -> tuple[str, ...]:
        """What an .info.json that belongs to the file may be called; what looks like a language may be none."""
        names = (f"{self.stem}.{self.language}{INFO}", f"{self.stem}{INFO}")
        return names if self.language else names[1:]

    @property
    def episode(self) -> str:
        """The same for all files of one video in a folder."""
        return self.video_id or self.stem.casefold()


def take_apart(name: str) -> FileName:
    """The name of a caption file, of a packed one, or of an .info.json."""
    if name.lower().endswith(INFO):
        stem, language = name[: -len(INFO)], ""
    else:
        stem, language = _without_language(_without_suffix(_PACKED.sub("", name)))
    video = _VIDEO_ID.search(stem)
    title = line(_VIDEO_ID.sub("", stem).replace("_", " ")) or "Untitled"
    return FileName(stem, language, title, video[1] if video else "")


def _without_suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and suffix and " " not in suffix else name


def _without_language(stem: str) -> tuple[str, str]:
    found = _LANGUAGE.search(stem)
    if found is None or found[1].lower() not in _LANGUAGES:
        return stem, ""
    return stem[: found.start()], found[1].lower() + found[2].replace("_", "-")


@dataclass(frozen=True, slots=True)
class Info:
    """What an .info.json tells, tidied; fields that it does not tell are empty, the title too."""

    facts: EpisodeFacts
    language: str = ""  # that is spoken
    oddities: tuple[Oddity, ...] = ()


NO_INFO: Final = Info(EpisodeFacts(""))


def read_info(name: str, data: bytes) -> Info:
    """An .info.json; what of it can't be used is left out, since it is only an extra."""
    bad: list[str] = []
    told = _object(data, bad)
    facts = EpisodeFacts(
        title=_line(told, "title"),
        series=_line(told, "series") or _line(told, "channel") or _line(told, "uploader"),
        shelf=_line(told, "shelf"),
        video_id=_video_id(told.get("id"), bad),
        published=_date(told.get("upload_date"), bad) or _date(told.get("release_date"), bad),
        description=_text(told.get("description")),
        tags=_tags(told.get("tags"), bad),
        chapters=_chapters(told.get("chapters"), bad),
    )
    return Info(facts, _line(told, "language").lower(), tuple(Oddity(0, f"{printable(name)}: {w}") for w in bad))


def left_out(name: str, why: str) -> Info:
    """What stands for an .info.json of which nothing can be had."""
    return Info(NO_INFO.facts, oddities=(Oddity(0, f"{printable(name)}: {why} and was left out."),))


def facts_of(name: FileName, info: Info = NO_INFO, *, title: str = "", series: str = "") -> EpisodeFacts:
    """Title, series and the rest: as the user says, else from the .info.json, else from the file's name."""
    told = info.facts
    return replace(
        told,
        title=line(title) or told.title or name.title,
        series=line(series) or told.series,
        video_id=told.video_id or name.video_id,
    )


def _object(data: bytes, left_out: list[str]) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
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


def _chapters(told: object, left_out: list[str]) -> tuple[tuple[int, str], ...]:
    """Where chapters begin, in milliseconds, in the order of time."""
    if told in _NOTHING:
        return ()
    if not isinstance(told, list):
        left_out.append("the chapters were left out: a list is expected.")
        return ()
    chapters = [chapter for one in told[:_MOST_CHAPTERS] if (chapter := _chapter(one)) is not None]
    bad = min(len(told), _MOST_CHAPTERS) - len(chapters)
    if bad:
        left_out.append(f"{count(bad, 'chapter')} left out: a start_time in seconds and a title are expected.")
    if len(told) > _MOST_CHAPTERS:
        more = count(len(told) - _MOST_CHAPTERS, "chapter")
        left_out.append(f"{more} left out: at most {_MOST_CHAPTERS:,} are kept.")
    return tuple(sorted(chapters, key=lambda chapter: chapter[0]))


def _chapter(told: object) -> tuple[int, str] | None:
    if not isinstance(told, dict):
        return None
    start, title = told.get("start_time"), _line(told, "title")
    if isinstance(start, bool) or not isinstance(start, int | float) or not title:
        return None
    return (round(start * 1000), title) if 0 <= start <= _LONGEST_S else None  # NaN is neither


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
