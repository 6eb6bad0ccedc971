"""A JSON file as a caption reader wants it: its lists one element at a time, each with its place in the file.

The outermost object or list is walked here and every value in it left to `json`, so that an oddity has a line and no
more than one element is in memory. What is no JSON but clear all the same is noted; anything else is refused whole.
"""

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from reviewer.captions.sources import Source

# A list that begins with a list is JSON if numbers or texts follow: "[[Music]] plays" is a transcript.
SIGNATURE = re.compile(r'[\s\ufeff]*(?:\{\s*["}]|\[\s*(?:[{"]|\]\s*\Z|\[\s*[-0-9"{\]]))')
_BLANKS = re.compile(r"[ \t\r\n\ufeff]*")
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = 4_000  # Python makes no number of more than 4,300 digits, lest a long one takes minutes

TWICE = "A name stands twice in this JSON object; what follows the last of them was read."
TWO_LISTS = "This list stands twice in the file; both were read, one after the other."
NO_NUMBER = "NaN and Infinity are no numbers of JSON; they were read as missing."
LIVE_CHAT = "replayChatItemAction"  # of which yt-dlp writes one a line
COMMA = "A comma stands before the end of a JSON list or object; it was passed over."
BELOW = "Signs stand below the end of the JSON; they were passed over."
OTHER_TRACK = "Choose the caption file of the video. Nothing was changed."
REMEDY = "Download or export it again, or import it as plain text with --format text. Nothing was changed."


class Element(NamedTuple):
    """One element of a list, and where in the text it begins."""

    at: int
    value: object


class JsonFile:
    """A JSON text whose outermost members have been found; raises UnreadableCaptions where it breaks.

    `members` says where the value of each begins, `lists` where the elements of those begin that are lists; a text
    that is itself a list has it under the empty name.
    """

    def __init__(self, source: "Source") -> None:
        self._source, self._text, self._notes = source, source.unix, source.notes
        self.members: dict[str, int] = {}
        self.lists: dict[str, array[int]] = {}
        self._at = 0  # of the value that is being walked over
        walking = json.JSONDecoder(object_pairs_hook=self._seen, parse_constant=self._constant, strict=False)
        self._walk(walking)

    def value(self, name: str) -> object:
        """The value of an outermost member; None where there is none."""
        at = self.members.get(name)
        return None if at is None else self._decoded(json.JSONDecoder(strict=False), at)[0]

    def elements(self, name: str) -> Iterator[Element]:
        """The elements of one of the lists, each made when it is asked for."""
        decoder = json.JSONDecoder(strict=False)
        for at in self.lists.get(name, ()):
            yield Element(at, self._decoded(decoder, at)[0])

    def first_object(self, name: str) -> dict[str, object]:
        """The first element of a list that is an object; an empty one where there is none."""
        found = (element.value for element in self.elements(name) if isinstance(element.value, dict))
        return next(found, {})

    # The walk
    def _walk(self, decoder: json.JSONDecoder) -> None:
        at = self._after_blanks(0)
        opening = self._text[at : at + 1]
        if opening == "{":
            at = self._walk_object(decoder, at + 1)
        elif opening == "[":
            at = self._walk_list(decoder, at + 1, "")
        else:
            self._refuse(at, "this is not a JSON object or list.")
        if LIVE_CHAT in self.members:
            raise self._source.unreadable(None, "this is a live chat, not captions.", OTHER_TRACK)
        at = self._after_blanks(at)
        if _LETTER.search(self._text, at):
            self._refuse(at, "more text stands below the end of the JSON.")
        if at < len(self._text):
            self._notes.at(at, BELOW)

    def _walk_object(self, decoder: json.JSONDecoder, at: int) -> int:
        at = self._after_blanks(at)
        while not self._text.startswith("}", at):
            if not self._text.startswith('"', at):
                self._break(at, "a name in quotation marks should stand here")
            name, at = self._decoded(decoder, at)
            at = self._after_blanks(at)
            if not self._text.startswith(":", at):
                self._break(at, "a colon should stand here")
            at = self._after_comma(self._walk_member(decoder, self._after_blanks(at + 1), str(name)), "}")
        return at + 1

    def _walk_member(self, decoder: json.JSONDecoder, at: int, name: str) -> int:
        is_list = self._text.startswith("[", at)
        if name in self.members:
            self._notes.at(at, TWO_LISTS if is_list and name in self.lists else TWICE)
        self.members[name] = at
        return self._walk_list(decoder, at + 1, name) if is_list else self._decoded(decoder, at)[1]

    def _walk_list(self, decoder: json.JSONDecoder, at: int, name: str) -> int:
        found = self.lists.setdefault(name, array("q"))
        at = self._after_blanks(at)
        while not self._text.startswith("]", at):
            found.append(at)
            at = self._after_comma(self._decoded(decoder, at)[1], "]")
        return at + 1

    def _after_comma(self, at: int, closing: str) -> int:
        """Where the next element begins, or the closing mark stands."""
        at = self._after_blanks(at)
        if self._text.startswith(closing, at):
            return at
        if not self._text.startswith(",", at):
            self._break(at, "a comma should stand here")
        following = self._after_blanks(at + 1)
        if self._text.startswith(closing, following):
            self._notes.at(at, COMMA)
        return following

    def _after_blanks(self, at: int) -> int:
        match = _BLANKS.match(self._text, at)
        return match.end() if match else at

    # Values
    def _decoded(self, decoder: json.JSONDecoder, at: int) -> tuple[object, int]:
        self._at = at
        try:
            return decoder.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            self._break(error.pos, error.msg.lower(), is_cut=error.msg.startswith("Unterminated"))
        except RecursionError:
            self._refuse(at, "its JSON is nested too deeply.")
        except ValueError:
            return self._with_long_numbers(at)

    def _with_long_numbers(self, at: int) -> tuple[object, int]:
        decoder = json.JSONDecoder(parse_int=lambda digits: int(digits[:_DIGITS]), strict=False)
        return self._decoded(decoder, at)

    def _seen(self, pairs: Sequence[tuple[str, object]]) -> None:
        if len({name for name, _ in pairs}) < len(pairs):
            self._notes.at(self._at, TWICE)

    def _constant(self, _: str) -> None:
        self._notes.at(self._at, NO_NUMBER)

    def _break(self, at: int, why: str, *, is_cut: bool = False) -> NoReturn:
        if is_cut or self._after_blanks(at) >= len(self._text):
            end = at if is_cut else len(self._text[:at].rstrip()) - 1
            self._refuse(end, "the JSON ends here before it is complete.")
        self._refuse(at, f"the JSON breaks here: {why}.")

    def _refuse(self, at: int, reason: str) -> NoReturn:
        raise self._source.unreadable(self._notes.line_at(max(0, min(at, len(self._text) - 1))), reason, REMEDY)
