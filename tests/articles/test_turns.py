from bias.articles.turns import find_blocks
from bias.records import Block, BlockKind

P, Q, A, S = BlockKind.PARAGRAPH, BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.SPEECH


def kinds(*texts: str) -> list[BlockKind]:
    return [block.kind for block in find_blocks(texts, [P] * len(texts))]


def test_an_answer_goes_on_to_the_next_question() -> None:
    told = ("We met at the mill.", "Q: Why now?", "A: It was time.", "The sacks were full.")
    assert kinds(*told, "Q. And then?", "A. We left.") == [P, Q, A, A, Q, A]


def test_turns_of_a_transcript_keep_their_speaker_and_label() -> None:
    texts = ["SMITH: The plan is brutal.", "JONES: It is not.", "SMITH: It is a sham."]
    assert find_blocks(texts, [P] * 3) == (
        Block(kind=S, speaker="SMITH", label=7),
        Block(kind=S, speaker="JONES", label=7),
        Block(kind=S, speaker="SMITH", label=7),
    )


def test_labels_in_capitals_need_not_come_again() -> None:
    assert kinds("SMITH: No.", "JONES: Yes.", "CHAIR: Thank you.", "It ended.") == [S, S, S, P]


def test_a_transcript_names_people_in_full_and_with_their_office() -> None:
    texts = ["Ada Ray (mayor): Good morning.", "Ben de Ode: Morning.", "Ada Ray (mayor): Sit."]
    assert [block.speaker for block in find_blocks(texts, [P] * 3)] == [
        "Ada Ray",
        "Ben de Ode",
        "Ada Ray",
    ]


def test_headed_paragraphs_are_no_transcript() -> None:
    assert kinds("Cost: Ten crowns.", "Time: Noon.", "Place: The mill.") == [P, P, P]
    assert kinds("WHERE: The mill.", "WHEN: At noon.", "COST: Ten crowns.") == [P, P, P]
    assert kinds("Note: It rains.", "Note: It snows.", "Note: It hails.") == [P, P, P]
    assert kinds("The mayor said: no.", "He said: yes.", "She said: perhaps.") == [P, P, P]


def test_one_question_is_no_interview() -> None:
    assert kinds("Q: Who?", "The miller counted his sacks.") == [P, P]


def test_what_the_page_sets_stays_where_nobody_is_labelled() -> None:
    blocks = find_blocks(["The mill", "Rain fell."], [BlockKind.HEADING, P])
    assert [block.kind for block in blocks] == [BlockKind.HEADING, P]
