from reviewer.app import naming
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.core.acts import CorrectWords
from reviewer.names import Suggestion, cards, make_name


def suggestions(session: ReviewSession) -> list[Suggestion]:
    return [s for s in session.suggestions() if s.meant == "Owain Evans"]


def test_what_was_refused_is_not_proposed_again(workspace: Workspace, session: ReviewSession) -> None:
    workspace.add_names([make_name("Owain Evans", misheard=["Aine Evans"])])
    (card,) = [card for card in cards(session.suggestions()) if card.meant == "Owain Evans"]
    session.do(naming.refusing(card))
    assert not [s for s in suggestions(session) if s.heard.casefold() == card.heard.casefold()]
    workspace.library.undo(workspace.person)
    assert suggestions(session)


def test_accepting_leaves_out_what_was_corrected_meanwhile(workspace: Workspace, session: ReviewSession) -> None:
    workspace.add_names([make_name("Owain Evans", misheard=["Aine Evans"])])
    found = suggestions(session)
    assert len(found) == 3
    session.correct(session.places("Aine Evans, welcome"), "Gwen, welcome")
    act = naming.accepting(session.text, found, "Owain Evans")
    assert isinstance(act, CorrectWords)
    session.do(act)
    assert session.text.cue_text(0) == "So today I am talking with Owain Evans."
    assert session.text.cue_text(1).startswith("Gwen, welcome.")
    assert session.text.cue_text(5) + " " + session.text.cue_text(6) == "So Owain Evans it is, and thank you."
    assert [row.why.startswith("From suggestion") for row in session.corrections()] == [True, False, True]


def test_a_shipped_name_is_removed_in_this_library_only(workspace: Workspace) -> None:
    first = workspace.names()[0]
    workspace.remove_name(first.canonical)
    assert first not in workspace.names()
    assert first in naming.shipped_names()
    workspace.add_names([first])
    assert first in workspace.names()
