"""The fields of the assessment that a person fills in: their labels, usual lengths and limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from reviewer.core.wording import count
from reviewer.errors import Refused, printable

Kind = Literal["text", "line", "choice", "number", "tags", "lines", "moments"]

EVIDENCE_MODES: Final = ("interview", "debate", "talk", "panel", "monologue", "other")
GRADES: Final = ("high", "medium", "low")
STATES: Final = ("draft", "ready", "approved")


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `usual` is the number of words that the page has room for, a hint and never a limit.

    `longest` is in characters, of each entry where the field is a list; `most` is the number of entries.
    """

    name: str
    label: str
    kind: Kind
    longest: int = 0
    most: int = 0
    usual: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()

    @property
    def empty(self) -> Any:
        """What the field holds until someone fills it in."""
        if self.name == "state":
            return "draft"
        if self.kind in {"tags", "lines", "moments"}:
            return []
        return None if self.kind == "number" else ""

    def hint(self, text: str) -> str:
        """“33 words, usual 20 to 45”."""
        words = count(len(text.split()), "word")
        return f"{words}, usual {self.usual[0]} to {self.usual[1]}" if self.usual else words


FIELDS: Final[Mapping[str, Field]] = {
    field.name: field
    for field in (
        Field("why_this_matters", "Why this matters", "text", 1_000, usual=(20, 45)),
        Field("summary", "Summary", "text", 5_000, usual=(90, 140)),
        Field("editor_note", "Editor note", "text", 3_000, usual=(15, 60)),
        Field("leaning", "Leaning", "line", 80),
        Field("position", "Position by ear", "number"),
        Field("lens", "Lens", "line", 80),
        Field("evidence_mode", "Evidence mode", "choice", choices=("", *EVIDENCE_MODES)),
        Field("confidence", "Confidence", "choice", choices=("", *GRADES)),
        Field("tags", "Tags", "tags", 60, 40),
        Field("highlights", "Highlights", "lines", 400, 40),
        Field("claims", "Claims", "lines", 1_000, 200),
        Field("moments", "Key moments", "moments", 2_000, 500),
        Field("state", "State", "choice", choices=STATES),
    )
}


class WrongField(Refused):
    """A value that its field can't hold, or a field that there is not."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def field(name: str) -> Field:
    """The field of a name; raises WrongField with the names that there are."""
    found = FIELDS.get(name)
    if found is None:
        raise WrongField(name, f"The assessment has no field “{printable(name)}”. It has {', '.join(FIELDS)}.")
    return found
