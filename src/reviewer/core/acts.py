"""One small frozen class per undoable act: what it is called, and which edits it adds to the log."""

from dataclasses import dataclass
from typing import Any, Protocol

from reviewer.core.anchors import Key, Place, Span
from reviewer.core.find import FoundPlace
from reviewer.core.history import History
from reviewer.core.reading import ReadingText, bare
from reviewer.core.rows import CORRECTION, WITHDRAW, Edit, Source, new_id
from reviewer.errors import Refused


@dataclass(frozen=True, slots=True)
class Ground:
    """What an act is decided on: the leading version of an episode as it reads now, and the log."""

    version: str
    text: ReadingText
    history: History


class Act(Protocol):
    """Something a person can do and take back."""

    @property
    def label(self) -> str:
        """What undo calls it."""

    @property
    def why(self) -> str: ...

    @property
    def source(self) -> Source: ...

    def edits(self, ground: Ground, decision: str) -> tuple[Edit, ...]:
        """The rows it adds; raises `Refused` where it can't be done as things stand."""


@dataclass(frozen=True, slots=True)
class CorrectWords:
    """The words at one or several places replaced by others."""

    places: tuple[FoundPlace, ...]
    meant: str
    kind: str = "name"
    why: str = ""
    source: Source = Source.PERSON

    @property
    def label(self) -> str:
        where = "" if len(self.places) == 1 else f" in {len(self.places)} places"
        deleted = self.places[0].now if self.places else ""
        return f"Correct “{self.meant}”{where}" if self.meant else f"Delete “{deleted}”{where}"

    def edits(self, ground: Ground, decision: str) -> tuple[Edit, ...]:
        if not self.places:
            raise Refused("There is no place left to correct. Nothing was changed.")
        return tuple(self._edit(ground, decision, place) for place in self.places)

    def _edit(self, ground: Ground, decision: str, place: FoundPlace) -> Edit:
        now = tuple(c.edit for c in ground.text.corrections_at(place.span, place.over))
        if now != place.over:
            raise Refused("These words were changed elsewhere meanwhile. Look at them again and decide anew.")
        value = {"words": place.wording(self.meant), "kind": self.kind}
        return Edit(new_id(), decision, CORRECTION, Place(ground.version, place.span), value, place.over)


@dataclass(frozen=True, slots=True)
class WithdrawEdits:
    """Edits that count no more, whoever made them; what was under them shows again."""

    targets: tuple[str, ...]
    called: str
    why: str = ""
    source: Source = Source.PERSON

    @property
    def label(self) -> str:
        return f"Withdraw “{self.called}”"

    def edits(self, ground: Ground, decision: str) -> tuple[Edit, ...]:
        counting = tuple(t for t in self.targets if t in ground.history.counting)
        if not counting:
            raise Refused(f"“{self.called}” is withdrawn already.")
        return (Edit(new_id(), decision, WITHDRAW, None, None, counting),)


@dataclass(frozen=True, slots=True)
class PlaceCorrection:
    """A correction that no longer fits, laid by hand on words of the version that leads now."""

    edit: str
    span: Span
    called: str
    why: str = ""
    source: Source = Source.PERSON

    @property
    def label(self) -> str:
        return f"Place “{self.called}”" if self.called else "Place a deletion"

    def edits(self, ground: Ground, decision: str) -> tuple[Edit, ...]:
        lost = ground.history.edits.get(self.edit)
        if lost is None or self.edit not in ground.history.counting:
            raise Refused("This correction was withdrawn or undone meanwhile. Nothing was changed.")
        if any(c.edit == self.edit for c in ground.text.corrections):
            raise Refused("This correction has its place already. Nothing was changed.")
        meeting = ground.text.corrections_meeting(self.span)
        if meeting:
            raise Refused("These words are corrected already. Withdraw that correction, or choose other words.")
        return (Edit(new_id(), decision, CORRECTION, Place(ground.version, self.span), lost.value, (self.edit,)),)


@dataclass(frozen=True, slots=True)
class SetValue:
    """A value that has a key and no place: a field of the assessment, of the episode, an entry of the glossary."""

    layer: str
    scope: str
    name: str
    value: Any
    called: str
    why: str = ""
    source: Source = Source.PERSON

    @property
    def label(self) -> str:
        return self.called

    def edits(self, ground: Ground, decision: str) -> tuple[Edit, ...]:
        held = ground.history.values(self.layer, self.scope).get(self.name)
        over = (held.id,) if held else ()
        return (Edit(new_id(), decision, self.layer, Key(self.scope, self.name), self.value, over),)


@dataclass(frozen=True, slots=True)
class Together:
    """Several acts as one decision, taken back by one undo."""

    acts: tuple[Act, ...]
    label: str
    why: str = ""
    source: Source = Source.PERSON

    def edits(self, ground: Ground, decision: str) -> tuple[Edit, ...]:
        return tuple(edit for act in self.acts for edit in act.edits(ground, decision))


def trimmed(heard: str, meant: str) -> tuple[str, str]:
    """Heard and meant for lists: the outer punctuation left out where both have the same."""
    inner_heard, inner_meant = bare(heard), bare(meant)
    if not inner_heard or not inner_meant:
        return heard, meant
    around_heard = heard.split(inner_heard, 1)
    around_meant = meant.split(inner_meant, 1)
    return (inner_heard, inner_meant) if around_heard == around_meant else (heard, meant)
