"""One episode at work: its text as it reads now, its figures, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reviewer.app import punctuation, scoring
from reviewer.app.listening import Hearing
from reviewer.app.lists import CorrectionRow, correction_rows
from reviewer.app.punctuation import fitted, reads_so
from reviewer.assessment.fields import FIELDS, field
from reviewer.core.acts import Act, CorrectWords, SetValue, Together, WithdrawEdits
from reviewer.core.cues import Version
from reviewer.core.find import FoundPlace, find_places
from reviewer.core.history import History
from reviewer.core.paragraphs import paragraph_starts
from reviewer.core.reading import ReadingText, bare
from reviewer.core.rows import ASSESSMENT
from reviewer.core.wording import count
from reviewer.errors import NotFound, Refused, printable
from reviewer.library.library import Change, Episode, Library

if TYPE_CHECKING:  # what the first look at an episode does not need is imported where it is used
    from reviewer.names.suggestion import Suggestion
    from reviewer.spectrum.figures import Figures, Grade, SliceScore
    from reviewer.spectrum.lexicon import Lexicon


class ReviewSession:
    """An episode open in one window or one command; several may be open on the same library at once."""

    def __init__(
        self, library: Library, episode: str, person: str, lexicon: Callable[[], Lexicon] = scoring.lexicon
    ) -> None:
        self.library, self.person = library, person
        self.episode: Episode = library.episode(episode)
        self.version: Version = library.version(self.episode.version)
        self.text: ReadingText = library.text(self.episode)
        self.hearing = Hearing(library, self.episode, person)
        self._load_lexicon = lexicon
        self._scores: tuple[SliceScore, ...] | None = None
        self._touched: list[tuple[int, int]] = []  # what was decided while the text is being scored in steps
        self._figures: Figures | None = None

    @cached_property
    def paragraphs(self) -> Sequence[int]:
        """The flat number of each paragraph's first word."""
        return paragraph_starts(self.version.cues)

    @property
    def history(self) -> History:
        return self.library.history(self.episode.id)

    @property
    def is_leading(self) -> bool:
        """Whether the version that is open here leads still: another may have been chosen here or elsewhere."""
        return self.library.leading(self.episode) == self.version.id

    def reopened(self) -> ReviewSession:
        """The episode opened anew, on the version that leads now."""
        return ReviewSession(self.library, self.episode.slug, self.person, self._load_lexicon)

    # Deciding
    def do(self, act: Act) -> Change:
        """Do an act; when this returns it is on the disk."""
        return self._took(self.library.decide(act, self.person, self.episode))

    def undo(self, beside: Collection[str] = ()) -> Change:
        """Take back my newest decision here; `beside` are decisions on the library that were made here too."""
        return self._took(self.library.undo(self.person, self.episode, beside))

    def redo(self, beside: Collection[str] = ()) -> Change:
        return self._took(self.library.redo(self.person, self.episode, beside))

    def _took(self, change: Change) -> Change:
        if change.touched:
            self._reads_anew(change.touched)
        return change

    def refresh(self) -> tuple[tuple[int, int], ...]:
        """Take in what another window or command line has written; the ranges of words that read otherwise now."""
        fresh = self.library.text(self.episode)
        old, new = {c.edit: c for c in self.text.corrections}, {c.edit: c for c in fresh.corrections}
        flat = self.version.cues.flat
        moved = {
            (flat(c.span.start), flat(c.span.end))
            for edit, c in (old | new).items()
            if edit not in old or edit not in new
        }
        if moved:
            self._reads_anew(tuple(sorted(moved)))
        return tuple(sorted(moved))

    def _reads_anew(self, touched: Sequence[tuple[int, int]]) -> None:
        self.text = self.library.text(self.episode)
        self._touched += touched
        if self._scores is not None:
            from reviewer.spectrum.scores import rescored

            self._scores = rescored(self._scores, self.text, self.lexicon, *(range(*pair) for pair in touched))
        self._figures = None

    # Correcting
    def places(self, heard: str) -> list[FoundPlace]:
        """All places where a wording stands in the text as it reads now."""
        return find_places(self.text, heard)

    def correct(self, places: Sequence[FoundPlace], meant: str, kind: str = "name", why: str = "") -> Change:
        """Correct places; those that read so already are left out. Raises Refused where nothing is left."""
        meant = " ".join(meant.split())
        wanted = tuple(fitted(place, meant) for place in places if not reads_so(place, meant))
        if not wanted:
            raise _there_already(meant)
        return self.do(CorrectWords(wanted, meant, kind, why))

    def to_correct(self, heard: str, meant: str, cue: int | None = None) -> tuple[list[FoundPlace], str]:
        """The places of a wording, in one cue or in all, that would read otherwise, and what to put there.

        Raises NotFound where there is none, Refused where all read so already.
        """
        there, meant = self.places(heard), " ".join(meant.split())
        found, meant = punctuation.wanted(there, heard, meant)
        found = [p for p in found if cue is None or p.cue <= cue <= p.last_cue]
        if not found and there and bare(heard) == bare(meant):
            raise _there_already(meant)
        if not found:
            where = "" if cue is None else f" in cue {cue}"
            raise NotFound(f"“{printable(heard)}” does not stand{where} in this transcript. Nothing was changed.")
        left = [p for p in found if not reads_so(p, meant)]
        if not left:
            raise _there_already(meant)
        return left, meant

    def corrections(self) -> list[CorrectionRow]:
        """All on the leading version's words, those that were carried to it from another among them."""
        moved = self.library.moved(self.episode)
        return correction_rows(self.history, self.episode.version_id, self.version.cues, moved)

    def withdraw(self, rows: Sequence[CorrectionRow], why: str = "") -> Change:
        """Take corrections back, whoever made them, as an act that can be undone."""
        return self.do(WithdrawEdits(tuple(row.id for row in rows), rows[0].meant, why))

    def suggestions(self) -> list[Suggestion]:
        from reviewer.app import naming

        names, never = naming.all_names(self.library), naming.never_pairs(self.library)
        return naming.suggestions(self.text, names, never)

    # Figures
    @property
    def is_scored(self) -> bool:
        """Whether asking for the scores takes no time."""
        return self._scores is not None

    def score_in_steps(self) -> Iterator[None]:
        """Score the text a slice a step; what is decided between the steps is in the scores too."""
        from reviewer.spectrum.scores import rescored, slice_scores

        self._touched.clear()
        made: list[SliceScore] = []
        for score in slice_scores(self.text, self.lexicon):
            made.append(score)
            yield
        if self._scores is None:  # unless somebody could not wait
            self._scores = rescored(made, self.text, self.lexicon, *(range(*pair) for pair in self._touched))

    @cached_property
    def lexicon(self) -> Lexicon:
        return self._load_lexicon()

    @property
    def scores(self) -> tuple[SliceScore, ...]:
        if self._scores is None:
            from reviewer.spectrum.scores import score_text

            self._scores = score_text(self.text, self.lexicon)
        return self._scores

    @property
    def figures(self) -> Figures:
        """The figures of the text as it reads now; never older ones."""
        if self._figures is None:
            from reviewer.spectrum.episode import figures

            self._figures = figures(self.scores, self.lexicon, self._basis())
        return self._figures

    def _basis(self) -> Grade:
        if self.hearing.listening.listen_based:
            return "high"
        return "low" if self.version.kind == "transcript" else "medium"

    @property
    def state(self) -> str:
        """The hash of all that the figures are made from."""
        return scoring.state_of(self.episode.version_id, self.text, self.lexicon)

    @property
    def export_state(self) -> str:
        """The hash of all that a person decides of the bundle: where it is another, what was exported is stale."""
        return scoring.export_state(self.state, self.values())

    def keep_figures(self) -> None:
        """Keep what the list of episodes shows, unless it holds already."""
        if not scoring.is_kept(self.episode.summary, self.state):
            self.library.set_summary(self.episode.version, self.state, scoring.summary_of(self.figures))

    # The assessment
    def values(self) -> dict[str, Any]:
        """The fields of the assessment that someone has filled in."""
        return {name: value for name, value in self.library.held(ASSESSMENT, self.episode.id).items() if name in FIELDS}

    def set_field(self, name: str, value: Any) -> Change | None:
        """Write a field of the assessment; None where it says so already."""
        return self.set_fields({name: value})

    def set_fields(self, values: Mapping[str, Any]) -> Change | None:
        """Write fields of the assessment as one decision; None where all say so already."""
        held = self.values()
        acts = tuple(
            SetValue(ASSESSMENT, self.episode.id, name, value, f"Assessment: {field(name).label.lower()}")
            for name, value in values.items()
            if held.get(name, field(name).empty) != value
        )
        if not acts:
            return None
        return self.do(acts[0] if len(acts) == 1 else Together(acts, f"Assessment: {count(len(acts), 'field')}"))

    def assessment(self) -> dict[str, Any]:
        """The whole document as it stands, with what was heard and what it was made against."""
        from reviewer.assessment.document import Facts, LexiconUsed, MadeAgainst, document

        facts, name = self.episode.facts, self.lexicon.name
        return document(
            self.values(),
            Facts(self.episode.slug, facts.title, facts.video_id, facts.series, facts.shelf),
            self.hearing.listening,
            MadeAgainst(
                self.episode.version_id, self.version.sha256, scoring.text_hash(self.text),
                LexiconUsed(name.id, name.version, name.sha256),
            ),
        )  # fmt: skip


__all__ = ["Change", "ReviewSession"]


def _there_already(meant: str) -> Refused:
    return Refused(f"“{printable(meant)}” stands there already. Nothing was changed.")
