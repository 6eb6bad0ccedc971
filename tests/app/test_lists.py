from reviewer.app.lists import grouped
from reviewer.app.session import ReviewSession


def test_the_places_of_one_decision_are_one_group(session: ReviewSession) -> None:
    session.correct(session.places("Evans"), "Owens")
    (first_place,) = session.places("catastrophe")
    session.correct([first_place], "disaster")
    newest, older = grouped(session.corrections())
    assert (newest.heard, newest.meant, len(newest.rows)) == ("catastrophe", "disaster", 1)
    assert (older.heard, older.meant, len(older.rows)) == ("Evans", "Owens", 5)
    assert [row.cue for row in older.rows] == [0, 1, 3, 4, 6]


def test_a_withdrawn_group_says_so(session: ReviewSession) -> None:
    session.correct(session.places("Evans"), "Owens")
    session.withdraw(session.corrections()[:1], "wrong")
    (group,) = grouped(session.corrections())
    assert not group.is_withdrawn
    session.withdraw(session.corrections(), "all wrong")
    (group,) = grouped(session.corrections())
    assert group.is_withdrawn
    assert [row.is_shown for row in group.rows] == [False] * 5


def test_what_lies_under_another_says_which(session: ReviewSession) -> None:
    session.correct(session.places("catastrophe"), "disaster")
    session.correct(session.places("risk and disaster"), "danger")
    under, over = sorted(session.corrections(), key=lambda row: row.at)
    assert under.stands_under == over.id
    assert (under.is_shown, over.is_shown) == (False, True)
