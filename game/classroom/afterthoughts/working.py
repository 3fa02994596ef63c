"""Work that takes a while, off the loop: done once for all who ask, one thing at a time for a table, and bounded."""

import asyncio
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor

MOST_KEPT = 96
"""Answers kept."""
MOST_WAITING = 8
"""Things that may wait for one table."""
SLOW_AT_ONCE, QUICK_AT_ONCE = 1, 2
"""Threads share one interpreter: more slow ones at once would only hold each other up, and the class."""


class BusyError(Exception):
    """Carry one sentence: more is asked for a table than can be done."""


class Workshop:
    """Works for the tables of a class. What takes seconds has threads of its own, so that the rest need not wait."""

    def __init__(self) -> None:
        """Begin with nothing done; threads start when there is work."""
        self._slow = ThreadPoolExecutor(SLOW_AT_ONCE, "afterthoughts-slow")
        self._quick = ThreadPoolExecutor(QUICK_AT_ONCE, "afterthoughts")
        self._kept: OrderedDict[Hashable, str] = OrderedDict()
        self._under_way: dict[Hashable, asyncio.Task[str]] = {}
        self._turns: defaultdict[tuple[str, bool], asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: Counter[str] = Counter()

    async def work(self, table: str, what: Hashable, task: Callable[[], str], *, is_slow: bool) -> str:
        """Do a task, or give what came of it before; BusyError if too much waits for this table already."""
        key = (table, what)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._under_way:
            if self._waiting[table] >= MOST_WAITING:
                raise BusyError("Others at your table are asking just now; try again in a moment.")
            self._waiting[table] += 1
            self._under_way[key] = asyncio.create_task(self._do(table, key, task, is_slow=is_slow))
        return await asyncio.shield(self._under_way[key])  # whoever leaves takes nothing away from the others

    async def _do(self, table: str, key: Hashable, task: Callable[[], str], *, is_slow: bool) -> str:
        try:
            async with self._turns[table, is_slow]:
                pool = self._slow if is_slow else self._quick
                found = await asyncio.get_running_loop().run_in_executor(pool, task)
        finally:
            self._waiting[table] -= 1
            del self._under_way[key]
        self._kept[key] = found
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return found

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end by itself."""
        for pool in (self._slow, self._quick):
            pool.shutdown(wait=False, cancel_futures=True)
