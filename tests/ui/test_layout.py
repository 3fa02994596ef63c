"""Rows, columns, grids and flows give every child its place."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from game import ui
from game.ui.look import Look
from game.ui.page import lay_out
from game.ui.space import Box
from game.ui.widget import Ruler

RULER = Ruler(Look())


def boxes(widget: ui.Widget, w: float = 300, h: float = 100) -> list[Box]:
    return [child.box for child in widget.place(Ruler(Look()), Box(0, 0, w, h))]


def test_row_gives_the_rest_to_what_grows() -> None:
    row = ui.Row((ui.Space(20, 10), ui.grow(ui.Space()), ui.sized(ui.Space(), w=50)), gap=10)
    assert [(box.x, box.w) for box in boxes(row)] == [(0, 20), (30, 210), (250, 50)]


def test_row_shares_the_rest() -> None:
    row = ui.Row((ui.grow(ui.Space(), 1), ui.grow(ui.Space(), 3)), gap=0)
    assert [box.w for box in boxes(row)] == [75, 225]


def test_row_aligns_across() -> None:
    row = ui.Row(
        (ui.Space(10, 10), ui.sized(ui.Space(10, 10), align="end"), ui.sized(ui.Space(10, 10), align="stretch"))
    )
    assert [(box.y, box.h) for box in boxes(row)] == [(45, 10), (90, 10), (0, 100)]


def test_column_gives_the_rest_to_what_grows() -> None:
    column = ui.Column((ui.Space(5, 10), ui.grow(ui.Space()), ui.Space(5, 20)), gap=10)
    assert [(box.y, box.h) for box in boxes(column)] == [(0, 10), (20, 50), (80, 20)]


def test_flow_goes_on_in_the_next_line() -> None:
    flow = ui.Flow(tuple(ui.Space(40, 10) for _ in range(4)), gap=10, line_gap=5)
    assert [(box.x, box.y) for box in boxes(flow, 100)] == [(0, 0), (50, 0), (0, 15), (50, 15)]
    assert RULER.size(flow, 100) == (90, 25)


def test_grid_shares_columns_between_rows() -> None:
    rows = ((ui.Space(30, 10), ui.Space(5, 20), ui.Space(9, 5)), (ui.Space(50, 10), ui.Space(5, 10), ui.Space(9, 5)))
    placed = boxes(ui.Grid((ui.FIT, ui.Share(), 40.0), rows, gap=10, row_gap=4, align="start"))
    assert [box.x for box in placed] == [0, 60, 260] * 2
    assert [box.y for box in placed] == [0, 0, 0, 24, 24, 24]


sizes = st.tuples(st.floats(0, 90), st.floats(0, 90))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(sizes, st.sampled_from([0, 1, 2])), min_size=1, max_size=6), st.floats(600, 900))
def test_rows_never_overlap_and_fill_the_width(children: list[tuple[tuple[float, float], int]], width: float) -> None:
    made = tuple(ui.grow(ui.Space(*size), share) if share else ui.Space(*size) for size, share in children)
    placed = boxes(ui.Row(made, gap=4), width)
    assert all(left.right <= right.x + 0.01 for left, right in pairwise(placed))
    if any(share for _, share in children):
        assert abs(placed[-1].right - width) < 0.01


def test_layout_is_a_pure_function() -> None:
    tree = ui.Column((ui.Text("hello"), ui.grow(ui.Row((ui.button("b", "Go"), ui.spring())))))
    first, second = (lay_out(tree, ui.Size(400, 300), Ruler(Look())) for _ in range(2))
    assert first == second


def test_overflow_is_reported() -> None:
    tight = ui.Row((ui.sized(ui.Text("Endorses"), w=20), ui.sized(ui.Text("one two three four"), w=50, h=10)))
    found = ui.overflows(tight, (60, 30))
    assert any("wider than" in line for line in found)
    assert any("needs" in line for line in found)
    tall = ui.overflows(ui.Column((ui.Space(10, 80), ui.Space(10, 80))), (100, 100))
    assert any("leaves Column" in line for line in tall)
    twins = ui.Row((ui.button("same", "A"), ui.button("same", "B")))
    assert ui.overflows(twins, (400, 100)) == ["two controls have the key 'same'"]
    flat = ui.Column((ui.Space(1, 80), ui.grow(ui.Scroll("s", ui.Space(1, 500)))))
    assert any("only" in line for line in ui.overflows(flat, (100, 100)))


def test_what_scrolls_does_not_overflow() -> None:
    assert ui.overflows(ui.Scroll("s", ui.Column(tuple(ui.Text(str(n)) for n in range(50)))), (100, 100)) == []


def test_a_panel_that_must_show_all_may_not_scroll() -> None:
    long = ui.Scroll("s", ui.Space(10, 150))
    assert ui.overflows(long, (100, 100), whole=("s",)) == ["Scroll 's' hides 60 of 150"]
    assert ui.overflows(long, (100, 200), whole=("s",)) == []
    assert ui.overflows(ui.Space(), (100, 100), whole=("s",)) == ["there is no scroll panel 's'"]


def test_what_is_loose_is_put_closer_where_there_is_no_room() -> None:
    loose, closer, closest = (ui.Space(10, h) for h in (90, 60, 30))
    roomy = ui.Roomy((loose, closer, closest))
    chosen = [roomy.place(RULER, Box(0, 0, 50, h))[0].widget for h in (100, 70, 40, 10)]
    assert chosen == [loose, closer, closest, closest]
    assert RULER.size(roomy, 50) == (10, 90)


def test_the_first_wording_that_stands_on_one_line_is_shown() -> None:
    full, short = ui.Text("Women's and market federation"), ui.Text("Federation")
    either = ui.Either((full, short))
    assert [either.place(RULER, Box(0, 0, w, 20))[0].widget for w in (300, 100, 5)] == [full, short, short]
    assert RULER.size(either, 100) == RULER.size(short, 100)
