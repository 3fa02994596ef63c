"""Many games over any executor: in order, the same everywhere, and one sentence where it cannot be."""

import socket
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from analysis.players import die, echo

from game.analysis.lab.balance import plan_games
from game.analysis.lab.sweep import AHEAD, SweepError, Workers, cluster_workers, local_workers, sum_up_game, sweep
from game.analysis.lab.trace import trace_game
from game.rules.case import Case
from game.scenario import loading


@pytest.fixture(scope="module")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


class Later(Executor):
    """Does what was submitted only when it is asked for, and counts what waits."""

    def __init__(self) -> None:
        self.waiting = self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)

        class Asked(Future[Any]):
            def result(asked, timeout: float | None = None) -> Any:  # noqa: N805 - `self` is the executor here
                self.waiting -= 1
                return fn(*args, **kwargs)

        return Asked()


def test_games_are_told_in_the_order_of_the_plan_with_few_queued_ahead(case: Case) -> None:
    executor = Later()
    plan = [(seed, "talker") for seed in range(200)]
    assert [*sweep(Workers(executor, 3), echo, case, plan)] == [(case.id, *one) for one in plan]
    assert executor.most == 3 * AHEAD


def test_one_process_tells_each_game_before_it_plays_the_next(case: Case) -> None:
    played = []

    def play(case: Case, seed: int, manner: str) -> int:
        played.append(seed)
        return seed

    with local_workers(1) as workers:
        for seed in sweep(workers, play, case, plan_games(5, 1)):
            assert played[-1] == seed


def test_the_same_seeds_give_the_same_games_on_processes_and_on_a_cluster(case: Case) -> None:
    distributed = pytest.importorskip("distributed")
    plan = plan_games(12, 30)
    with local_workers(1) as workers:
        alone = [*sweep(workers, trace_game, case, plan)]
    with local_workers(2) as workers:
        assert [*sweep(workers, trace_game, case, plan)] == alone
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, host="127.0.0.1",
            protocol="tcp://",
        ) as cluster,
        cluster_workers(cluster.scheduler_address) as workers,
    ):  # fmt: skip
        assert workers.count == 2
        assert [*sweep(workers, trace_game, case, plan)] == alone


def test_lines_and_traces_are_of_the_same_games(case: Case) -> None:
    line, trace = (play(case, 7, "presser") for play in (sum_up_game, trace_game))
    assert trace.verdict.value == line["verdict"]
    assert {seat: pytest.approx(total, abs=1e-6) for seat, total in trace.totals.items()} == {
        seat: score["total"] for seat, score in line["scores"].items()
    }
    assert [accord.signed.value for accord in trace.accords] == [accord["signed"] for accord in line["accords"]]


def test_a_process_that_dies_is_one_sentence(case: Case) -> None:
    with pytest.raises(SweepError, match=r"ended from outside; try fewer with `--jobs`\."), local_workers(2) as workers:
        [*sweep(workers, die, case, plan_games(4, 1))]


def test_a_case_that_cannot_be_sent_is_one_sentence(case: Case) -> None:
    stuck = replace(case, tips=MappingProxyType({}))
    with pytest.raises(SweepError, match=r"cannot be sent to other processes .* with `--jobs 1`\."):
        next(sweep(Workers(Later(), 2), echo, stuck, plan_games(4, 1)))


def test_an_error_in_a_game_comes_through(case: Case) -> None:
    with pytest.raises(KeyError, match="nobody"), local_workers(1) as workers:
        [*sweep(workers, sum_up_game, case, [(1, "nobody")])]


def unused() -> str:
    """Find a place where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize("address", ["nonsense", "", "http://localhost:80", "localhost:70000", "two words:1"])
def test_what_is_no_address_is_one_sentence(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(SweepError, match="is no address of a cluster; it looks like tcp://"), cluster_workers(address):
        pass


def test_a_cluster_that_does_not_answer_is_one_sentence() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(SweepError, match="No cluster answers at tcp://127"), cluster_workers(unused(), 0.5):
        pass


def test_something_else_that_answers_is_not_waited_for(case: Case) -> None:
    pytest.importorskip("distributed")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(SweepError, match="is no Dask scheduler"), cluster_workers(address, 0.2):
            pass


def test_a_cluster_that_lost_its_workers_is_not_waited_for(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    class Never(Later):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return Future()

    monkeypatch.setattr("game.analysis.lab.sweep.PATIENCE", 0.02)
    answers = iter([True, False])
    with pytest.raises(SweepError, match="has lost its workers"):
        next(sweep(Workers(Never(), 1, lambda: next(answers)), echo, case, plan_games(4, 1)))
    assert next(answers, None) is None


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SweepError, match="`pip install distributed`"), cluster_workers("localhost:8786"):
        pass
