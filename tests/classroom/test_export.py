"""What a class leaves behind: no tokens, numbers for names, sheets that match their codebook, and nothing too early."""

import csv
import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tables import CLINICS, COUNCIL, FORCE, FUND, convene, play_on

from game.classroom.classroom import Classroom
from game.classroom.export import (
    SHEETS,
    Exported,
    ExportError,
    Names,
    codebook_csv,
    codebook_markdown,
    journal_bytes,
    measures,
    pack,
    package,
    read_folder,
    replacing,
)
from game.classroom.export.writing import csv_bytes, written
from game.record import Entry, Handover, Header, Journal, JournalError, Undone, computer, person, read, summary
from game.record.lines import line_to_bytes
from game.rules.commands import Meet, Pass, SendMessage
from game.rules.events import MessageSent
from game.rules.ids import AgencyId
from game.rules.vocabulary import Heading, Phase, Root
from game.scenario import loading
from game.session import Table, open_table, rebuild

RECORDED = Path(__file__).parents[1] / "recorded"
TUTORIAL = ("sincere", "pressed", "overtaken", "side-by-side", "breakdown", "computers-mixed-1")
TOKENS = {seat: f"token-of-{seat}-{'x' * 20}" for seat in (FUND, FORCE, CLINICS, COUNCIL)}
Cells = list[dict[str, str]]


@cache
def recorded(script: str, case: str = "tutorial") -> Journal:
    return read(RECORDED / case / f"{script}.jsonl")


def named(journal: Journal, **people: str) -> Journal:
    """Put people on the seats of a recorded game."""
    roster = {seat: person(people.get(seat, ""), TOKENS[seat]) for seat in journal.header.roster}
    return replace(journal, header=replace(journal.header, roster=roster))


def opened(folder: Path, name: str = "table-01", *, seed: int = 3) -> Table:
    """Open a table with two people and two computers."""
    roster = {
        FUND: person("Amara", TOKENS[FUND]),
        FORCE: person("Ben O'Neil", TOKENS[FORCE]),
        CLINICS: computer("presser", "veteran"),
        COUNCIL: computer("consensus_builder"),
    }
    case = loading.load(loading.find("tutorial"))
    return open_table(case, roster, seed, journal=folder / f"{name}.jsonl", source="/home/amara/tutorial.yaml")


def say(table: Table, seat: AgencyId, to: AgencyId | None, text: str) -> None:
    assert table.receive(seat, SendMessage(seat, to, text), tag="p1:amaras-phone").is_accepted


@pytest.fixture
def talked(tmp_path: Path) -> Path:
    """A finished game in which people wrote to each other, and one left in the middle of it."""
    table = opened(tmp_path)
    convene(table)
    say(table, FUND, None, "AMARA here. Ben O'Neil, are you in? amaranth, Ben.")
    say(table, FORCE, FUND, "Yes, Amara's right; so is Zoë.")
    play_on(table, Phase.CORRIDOR, 2)
    assert table.hand_over(FORCE, computer("talker")) is None
    assert table.hand_over(COUNCIL, person("Zoë", TOKENS[COUNCIL])) is None
    play_on(table)
    table.close()
    return tmp_path / "table-01.jsonl"


def exported(*journals: Journal) -> tuple[Exported, ...]:
    return tuple(Exported(str(number), journal) for number, journal in enumerate(journals, start=1))


def sheet(files: object, name: str) -> Cells:
    """Read a sheet as a spreadsheet would."""
    raw = files[name]  # type: ignore[index]
    text = raw.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def unpacked(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def again(raw: bytes, folder: Path) -> Journal:
    """Read a journal from bytes, as somebody who unpacks them does."""
    path = folder / "unpacked.jsonl"
    path.write_bytes(raw)
    return read(path)


# Journals


def test_tokens_never_leave_and_names_stay_unless_it_is_asked(talked: Path, tmp_path: Path) -> None:
    raw = journal_bytes(read(talked))
    assert b"token-of" not in raw
    assert b"amaras-phone" not in raw
    assert b"/home/amara" not in raw
    journal = again(raw, tmp_path)
    assert {holder.name for holder in journal.roster.values()} == {"Amara", "", "Zoë"}
    assert journal.header.source == "tutorial.yaml"
    assert journal.entries == tuple(replace(entry, tag="") for entry in read(talked).entries)


def test_names_are_numbers_in_holders_handovers_and_messages(talked: Path, tmp_path: Path) -> None:
    before = read(talked)
    journal = again(journal_bytes(before, replacing([before])), tmp_path)
    assert [holder.name for holder in journal.header.roster.values()] == ["person 1", "person 2", "", ""]
    assert [line.holder.name for line in journal.lines if isinstance(line, Handover)] == ["", "person 3"]
    told = [entry.command.text for entry in journal.entries if isinstance(entry.command, SendMessage)]
    assert told == [
        "person 1 here. person 2, are you in? amaranth, Ben.",
        "Yes, person 1's right; so is person 3.",
    ]
    sent = [
        event.what.text for entry in journal.entries for event in entry.events if isinstance(event.what, MessageSent)
    ]
    assert sent == told


def test_a_journal_with_numbers_is_the_same_game(talked: Path, tmp_path: Path) -> None:
    before = read(talked)
    after = rebuild(again(journal_bytes(before, replacing([before])), tmp_path))
    assert after.differences == ()
    assert summary(after.state, "") == summary(rebuild(before).state, "")


def test_the_same_person_has_the_same_number_at_every_table() -> None:
    one = named(recorded("sincere"), fund="Amara", force="Ben")
    two = named(recorded("pressed"), fund="ben", clinics="AMARA", council="Cho")
    files = unpacked(package(exported(one, two), replace_names=True))
    seats = {(row["table"], row["seat"]): row["people"] for row in sheet(files, "seats.csv")}
    assert (seats["1", "fund"], seats["1", "force"]) == ("person 1", "person 2")
    assert (seats["2", "fund"], seats["2", "clinics"], seats["2", "council"]) == ("person 2", "person 1", "person 3")
    assert not re.search(rb"amara|ben\b|cho\b", b"".join(files.values()), re.IGNORECASE)


def test_two_people_on_a_seat_are_two_also_if_one_has_and_in_the_name() -> None:
    journal = named(recorded("sincere"), fund="Amara and Tom and Jerry", force="Tom and Jerry")
    known = replacing([journal], ["Amara", "Tom and Jerry"])
    assert known.of_holder(journal.header.roster[FUND]) == person("person 1 and person 2")
    assert replacing([journal]).of_holder(journal.header.roster[FUND]) == person("person 1 and person 2 and person 3")
    cells = sheet(measures(exported(journal), known, ["Amara", "Tom and Jerry"]), "seats.csv")
    assert [row["people"] for row in cells][:2] == ["person 1; person 2", "person 2"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Ann", "Ann, ann. ANN! Anna; Ann_1 Joann ann-e", "person 1, person 1. person 1! Anna; Ann_1 Joann person 1-e"),
        ("Ann (2)", "ask Ann (2)?", "ask person 1?"),
        ("a.b*", "a.b* aXbb", "person 1 aXbb"),
        ("José", unicodedata.normalize("NFD", "josé?"), "person 1?"),
        ("Mary  Ann", "mary\nann", "person 1"),
        ("Ἀθηνᾶ", "ἈΘΗΝΑ͂, Ἀθηνᾶ", "ἈΘΗΝΑ͂, person 1"),
        ("李", "李 said 李明", "person 1 said 李明"),
    ],
)
def test_names_are_found_as_words_of_their_own(name: str, text: str, told: str) -> None:
    assert replacing([], [name]).in_words(text) == told


def test_of_two_names_the_longer_is_found_first() -> None:
    assert replacing([], ["Ann", "Ann Lee"]).in_words("Ann Lee and Ann") == "person 2 and person 1"


def test_numbers_in_place_of_names_are_not_replaced_again() -> None:
    assert replacing([], ["Person 2", "person", "1"]).in_words("person 2, 1 person") == "person 1, person 3 person 2"


words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs", "M")), min_size=1, max_size=12)


@given(st.lists(words, min_size=1, max_size=4), st.lists(words, max_size=6), st.data())
def test_no_name_is_left_in_any_text(names: list[str], others: list[str], data: st.DataObject) -> None:
    assume(all(name.strip() and not re.search(r"person|\d", name, re.IGNORECASE) for name in names))
    text = " ".join(data.draw(st.permutations([*names, *others])))
    found = replacing([], names).in_words(text)
    for name in names:
        plain = " ".join(unicodedata.normalize("NFC", name).split())
        kept = unicodedata.normalize("NFC", found)
        assert not re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", kept, re.IGNORECASE)


def test_without_names_nothing_changes() -> None:
    assert Names().in_words("Amara") == "Amara"
    assert replacing([]).in_words("Amara") == "Amara"


# Cells


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "＝"])
def test_words_that_might_run_get_an_apostrophe_and_numbers_stay_numbers(first: str) -> None:
    assert written(f"{first}SUM(A1)") == f"'{first}SUM(A1)"
    assert written(f"Amara; {first}1") == f"Amara; '{first}1"
    assert written("a-b=c") == "a-b=c"
    assert (written(-1.5), written(-2), written(-0.0), written(1e-9), written(1 / 3)) == (
        "-1.5",
        "-2",
        "0",
        "0",
        "0.333333",
    )
    assert (written(None), written(True), written(False), written(Phase.FLOOR)) == ("", "yes", "no", "floor")


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")) | st.integers(), min_size=2, max_size=2)
    )
)
def test_a_sheet_reads_back_cell_by_cell_and_no_cell_runs(rows: list[list[str | int]]) -> None:
    raw = csv_bytes(("one", "two"), rows)
    assert raw.startswith(b"\xef\xbb\xbfone,two\r\n")
    back = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert back == [["one", "two"], *([written(cell) for cell in row] for row in rows)]
    for row, cells in zip(rows, back[1:], strict=True):
        for cell, told in zip(row, cells, strict=True):
            assert not isinstance(cell, str) or not told.startswith(("=", "+", "-", "@", "\t"))


# Measures


def test_the_codebook_and_the_sheets_name_the_same_columns() -> None:
    files = unpacked(package(exported(recorded("pressed")), replace_names=False))
    written_down: dict[str, list[str]] = {}
    for row in sheet(files, "codebook.csv"):
        written_down.setdefault(row["file"], []).append(row["column"])
        assert all(row[head] for head in ("meaning", "unit", "source", "missing")), row
    stands = {
        name: next(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
        for name, raw in files.items()
        if name.endswith(".csv") and name != "codebook.csv"
    }
    assert written_down == stands
    assert all(f"| `{column}` |" in files["codebook.md"].decode() for heads in stands.values() for column in heads)
    assert (files["codebook.csv"], files["codebook.md"]) == (codebook_csv(), codebook_markdown().encode())


def test_every_source_in_the_codebook_is_a_rule_or_the_journal() -> None:
    for found in SHEETS:
        for column in found.columns:
            assert re.fullmatch(r"journal|((R\d+\.\d|section \d)(, | to )?)+", column.source), column.name


def test_a_cell_is_empty_only_where_the_codebook_says_so() -> None:
    files = measures(exported(*(recorded(script) for script in TUTORIAL)))
    for found in SHEETS:
        never = [column.name for column in found.columns if column.missing == "never"]
        for row in sheet(files, found.file):
            assert all(row[name] for name in never), (found.file, row)


@pytest.mark.parametrize("script", TUTORIAL)
def test_the_sheets_say_what_the_summary_says(script: str) -> None:
    journal = recorded(script)
    said = summary(rebuild(journal).state, "")
    files = measures(exported(journal))
    (table,) = sheet(files, "tables.csv")
    accords: list[dict[str, object]] = said["accords"]  # type: ignore[assignment]
    assert (table["verdict"], table["seed"], table["accords"]) == (
        said["verdict"],
        str(said["seed"]),
        str(len(accords)),
    )
    for row in sheet(files, "seats.csv"):
        score = said["scores"][row["seat"]]  # type: ignore[index]
        for name in ("mandate", "impact", "standing", "total", "perspective"):
            assert row[name] == written(score[name]), name
    parties = sheet(files, "parties.csv")
    assert len(parties) == sum(len(accord["parties"]) for accord in accords)  # type: ignore[arg-type]
    for row in parties:
        (accord,) = (one for one in accords if one["text"] == row["accord"])
        signature = accord["parties"][row["seat"]]  # type: ignore[index]
        assert row["sincerity"] == written(signature["sincerity"])
        assert [row[root.value] for root in Root] == [written(signature["roots"][root.value]) for root in Root]
        assert (row["signed_as"], row["lived_as"]) == (accord["signed"], accord["lived"])
        assert row["rate"] == written(accord["implementation_rate"])


def test_a_party_row_tells_what_was_said_meant_planned_expected_and_done() -> None:
    rows = {row["seat"]: row for row in sheet(measures(exported(recorded("pressed"))), "parties.csv")}
    clinics = rows["clinics"]
    assert (clinics["stance"], clinics["answer"], clinics["signature"]) == ("endorse", "signed", "hollow")
    assert float(clinics["support"]) < 0 < float(clinics["falsification"])
    assert (clinics["planned"], clinics["predicted"], clinics["delivered"]) == ("0", "2", "0")


def test_commands_tell_where_the_game_stood_and_who_held_the_seat(talked: Path) -> None:
    rows = sheet(measures(exported(read(talked))), "commands.csv")
    assert [int(row["number"]) for row in rows] == list(range(1, len(rows) + 1))
    assert (rows[0]["round"], rows[0]["phase"], rows[0]["kind"]) == ("0", "convening", "convene")
    assert (rows[1]["kind"], rows[1]["heading"]) == ("send_message", "message")
    force = [row for row in rows if row["seat"] == "force"]
    assert {row["holder"] for row in force if row["round"] == "1"} == {"person"}
    assert {row["holder"] for row in force if row["round"] == "3"} == {"computer"}
    assert {row["heading"] for row in rows} <= {*Heading, "message"}
    assert {row["accepted"] for row in rows} == {"yes"}
    assert (rows[-1]["round"], rows[-1]["phase"]) == ("3", "settling")


def test_seats_tell_who_held_them_and_count_what_was_done(talked: Path) -> None:
    files = measures(exported(read(talked)))
    rows = {row["seat"]: row for row in sheet(files, "seats.csv")}
    force, clinics, council = rows["force"], rows["clinics"], rows["council"]
    assert (force["began_as"], force["ended_as"], force["hand_changes"]) == ("person", "computer", "1")
    assert (force["people"], force["manner"], force["level"]) == ("Ben O'Neil", "talker", "practitioner")
    assert (clinics["people"], clinics["manner"], clinics["level"]) == ("", "presser", "veteran")
    assert (council["people"], council["ended_as"]) == ("Zoë", "person")
    assert force["messages"] == "1"
    commands = [row for row in sheet(files, "commands.csv") if row["heading"] != "message"]
    for seat, row in rows.items():
        mine = [one for one in commands if one["seat"] == seat]
        assert int(row["commands"]) == len(mine) == sum(int(row[heading.value]) for heading in Heading)
        assert int(row["commands_by_people"]) == sum(one["holder"] == "person" for one in mine)
    (table,) = sheet(files, "tables.csv")
    assert (table["persons"], table["messages"], table["phase"]) == ("3", "2", "closed")


def test_what_was_undone_is_kept_and_does_not_count(tmp_path: Path) -> None:
    table = opened(tmp_path)
    convene(table)
    assert table.receive(FUND, Meet(FUND, FORCE)).is_accepted
    table.close()
    journal = read(tmp_path / "table-01.jsonl")
    first, last = journal.entries
    other = replace(last, command=Pass(FUND), events=())
    lines = (first, last, Undone(2), other)
    rows = sheet(measures(exported(replace(journal, lines=lines)), is_whole=True), "commands.csv")
    assert [(row["number"], row["kind"], row["accepted"]) for row in rows] == [
        ("1", "convene", "yes"),
        ("2", "meet", "undone"),
        ("2", "pass", "yes"),
    ]
    assert [row["phase"] for row in rows] == ["convening", "corridor", "corridor"]
    files = measures(exported(replace(journal, lines=(first, Undone(1)))), is_whole=True)
    (row,) = sheet(files, "tables.csv")
    assert (row["phase"], row["undone"], row["commands"]) == ("convening", "1", "0")
    raw = journal_bytes(replace(journal, lines=lines))
    assert again(raw, tmp_path).lines == lines


def test_what_the_instructor_does_stands_among_the_commands(tmp_path: Path) -> None:
    from game.rules.interventions import Inject, SetRounds
    from game.rules.play import move_on
    from game.rules.state import State

    table = opened(tmp_path)
    table.close()
    journal = read(tmp_path / "table-01.jsonl")
    state: State = rebuild(journal).state
    lines = []
    for number, act in enumerate((SetRounds(2), Inject(None, "Amara's convoy is late.")), start=1):
        step = move_on(state, act)
        state, events = step.state, step.events  # type: ignore[union-attr]
        lines.append(Entry(number, act, events))
    changed = replace(journal, lines=tuple(lines))
    files = measures(exported(changed), is_whole=True)
    rows = sheet(files, "commands.csv")
    assert [(row["seat"], row["holder"], row["kind"], row["heading"]) for row in rows] == [
        ("", "instructor", "set_rounds", "instructor"),
        ("", "instructor", "inject", "instructor"),
    ]
    (row,) = sheet(files, "tables.csv")
    assert (row["rounds"], row["rounds_of_case"], row["interventions"], row["commands"]) == ("2", "3", "2", "0")
    told = again(journal_bytes(changed, replacing([changed])), tmp_path)
    assert rebuild(told).differences == ()
    assert b"Amara" not in journal_bytes(changed, replacing([changed]))


# A game that goes on


@pytest.fixture
def going(tmp_path: Path) -> Path:
    """A game in its second corridor, with a private threat and a private message."""
    table = opened(tmp_path)
    convene(table)
    say(table, FORCE, FUND, "a secret between us two")
    assert table.receive(FUND, Meet(FUND, FORCE)).is_accepted
    play_on(table, Phase.CORRIDOR, 2)
    table.close()
    return tmp_path / "table-01.jsonl"


def test_a_game_that_goes_on_leaves_only_what_everybody_saw(going: Path) -> None:
    journal = read(going)
    files = unpacked(package(exported(journal), replace_names=False))
    assert not any(name.startswith("journals/") for name in files)
    everything = b"".join(files.values())
    assert b"secret between" not in everything
    assert b"presser" not in everything
    (table,) = sheet(files, "tables.csv")
    assert (table["seed"], table["verdict"], table["messages"], table["round"]) == ("", "", "", "2")
    assert sheet(files, "parties.csv") == []
    kinds = {row["kind"] for row in sheet(files, "commands.csv")}
    assert {"", "convene", "pass"} <= kinds
    assert not {"meet", "send_message", "press", "disclose", "investigate", "take_stance"} & kinds
    assert len(sheet(files, "commands.csv")) == len(journal.entries)
    for row in sheet(files, "seats.csv"):
        assert all(row[name] == "" for name in ("manner", "level", "total", "talk", "lean", "messages"))
    assert "Still being played" in files["README.txt"].decode()


def test_what_is_told_of_a_running_game_does_not_depend_on_what_is_private(going: Path) -> None:
    journal = read(going)
    lines = tuple(
        replace(line, command=Meet(line.seat or FUND, COUNCIL), note="")
        if isinstance(line, Entry) and line.events[0].to != "room"
        else line
        for line in journal.lines
    )
    secret = replace(journal, header=replace(journal.header, seed=99), lines=lines)
    one, two = (package(exported(each), replace_names=False) for each in (journal, secret))
    assert one == two


def test_the_whole_of_a_game_that_goes_on_is_there_if_asked_for(going: Path) -> None:
    files = unpacked(package(exported(read(going)), replace_names=False, is_whole=True))
    assert "journals/table-01.jsonl" in files
    (table,) = sheet(files, "tables.csv")
    assert (table["seed"], table["messages"], table["verdict"]) == ("3", "1", "")
    assert {"meet", "send_message"} <= {row["kind"] for row in sheet(files, "commands.csv")}


# The package


def test_the_same_class_gives_the_same_bytes() -> None:
    tables = exported(recorded("sincere"), recorded("pressed"))
    one, two = (package(tables, replace_names=True) for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as found:
        assert {member.date_time for member in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_members_have_names_that_every_system_can_unpack() -> None:
    journal = recorded("breakdown")
    names = ("1", "../../etc/passwd", "CON", "a b", "A-B", "ß" * 300, "…")
    files = unpacked(package([Exported(name, journal) for name in names], replace_names=False))
    journals = [name for name in files if name.startswith("journals/")]
    assert len(journals) == len(names)
    assert journals[:5] == [f"journals/table-{name}.jsonl" for name in ("01", "etc-passwd", "con", "a-b", "a-b-2")]
    assert all(re.fullmatch(r"(journals/)?[A-Za-z0-9.-]{1,80}", name) for name in files)


def test_every_journal_in_it_can_be_read_and_gives_the_same_measures(tmp_path: Path) -> None:
    tables = exported(recorded("sincere"), recorded("pressed"))
    files = unpacked(package(tables, replace_names=False))
    back = exported(*(again(files[f"journals/table-0{number}.jsonl"], tmp_path) for number in (1, 2)))
    assert measures(back) == {found.file: files[found.file] for found in SHEETS}


def test_a_package_of_nothing_or_of_two_tables_with_one_name_is_refused() -> None:
    with pytest.raises(ExportError, match="no table to export"):
        package([], replace_names=False)
    with pytest.raises(ExportError, match="two tables of the name 1"):
        package(exported(recorded("sincere")) * 2, replace_names=False)


def test_a_journal_that_does_not_hold_together_is_named() -> None:
    journal = recorded("sincere")
    broken = replace(journal, lines=journal.lines[40:])
    with pytest.raises(ExportError, match="The game of table 1 cannot be rebuilt"):
        package(exported(broken), replace_names=False)


def test_the_page_on_top_says_what_is_in_it_and_what_it_does_not_claim() -> None:
    page = unpacked(package(exported(recorded("sincere")), replace_names=True))["README.txt"].decode()
    for told in ("tables.csv", "codebook.csv", "journals/", "numbered", "Nothing here measures a person", "No journal"):
        assert told in page
    assert max(len(line) for line in page.splitlines()) <= 100


# The folder of a class


def test_a_class_that_goes_on_is_read_from_its_folder(tmp_path: Path) -> None:
    case = loading.load(loading.find("tutorial"))
    room = Classroom.open(tmp_path / "class", [(case, "tutorial"), (case, "tutorial")], "key", lambda: 5)
    amara, token = room.join(room.settings.code, "Amara and Co")
    room.take_seat(amara, "2", FUND)
    found = read_folder(tmp_path / "class")
    packed = pack(tmp_path / "class", replace_names=True, is_whole=True)
    room.close()
    assert [one.table for one in found.tables] == ["1", "2"]
    assert (found.people, found.problems) == (("Amara and Co",), ())
    files = unpacked(packed)
    seats = sheet(files, "seats.csv")
    assert [row["people"] for row in seats if row["table"] == "2"] == ["person 1", "", "", ""]
    everything = b"".join(files.values())
    assert b"Amara" not in everything
    assert token.encode() not in everything
    assert amara.digest.encode() not in everything


def test_without_a_book_every_journal_is_a_table(talked: Path, tmp_path: Path) -> None:
    (tmp_path / "evening.jsonl").write_bytes(talked.read_bytes())
    found = read_folder(tmp_path)
    assert [one.table for one in found.tables] == ["evening", "1"]


def test_a_damaged_table_is_left_out_and_named(talked: Path, tmp_path: Path) -> None:
    raw = talked.read_bytes().splitlines(keepends=True)
    (tmp_path / "table-02.jsonl").write_bytes(b"".join([*raw[:3], raw[9], *raw[4:]]))
    found = read_folder(tmp_path)
    assert [one.table for one in found.tables] == ["1"]
    assert found.problems[0].startswith("Table 2 is left out: table-02.jsonl is damaged in line 4")
    assert "Table 2 is left out" in unpacked(pack(tmp_path, replace_names=True))["README.txt"].decode()


def test_a_damaged_book_is_no_reason_to_lose_the_games(talked: Path, tmp_path: Path) -> None:
    (tmp_path / "class.jsonl").write_text("nothing of the kind\n")
    found = read_folder(tmp_path)
    assert [one.table for one in found.tables] == ["1"]
    assert "Tables are named after their files." in found.problems[0]


def test_a_folder_without_games_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for folder, told in ((tmp_path, "There is no journal of a game"), (tmp_path / "none", "There is no folder")):
        with pytest.raises(JournalError, match=told):
            pack(folder, replace_names=False)


def test_a_line_that_is_being_written_does_not_stop_the_export(talked: Path, tmp_path: Path) -> None:
    with talked.open("ab") as file:
        file.write(line_to_bytes(Entry(999, Pass(FUND), ()))[:20])
    assert isinstance(read_folder(tmp_path).tables[0].journal.header, Header)
