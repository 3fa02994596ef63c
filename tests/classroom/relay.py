"""A stretch of network between a window and its host that a test can cut, and in which answers can go astray."""

import contextlib
import socket
import threading


class Relay:
    """Carry bytes both ways between connections to itself and a port of this computer."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self._is_cut = self._is_deaf = False
        threading.Thread(target=self._take, daemon=True).start()

    def lose_answers(self) -> None:
        """Carry what goes to the host, and lose what comes back."""
        self._is_deaf = True

    def cut(self) -> None:
        """End all connections, and refuse new ones."""
        with self._lock:
            self._is_cut = True
            for end in self._ends:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self._ends.clear()

    def mend(self) -> None:
        """Carry everything again."""
        with self._lock:
            self._is_cut = self._is_deaf = False

    def close(self) -> None:
        """Be no more."""
        self.cut()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _take(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._join(self._listening.accept()[0])

    def _join(self, near: socket.socket) -> None:
        with self._lock:
            if self._is_cut:
                near.close()
                return
            far = socket.create_connection(("127.0.0.1", self._to))
            self._ends += [near, far]
        for source, sink, comes_back in ((near, far, False), (far, near, True)):
            threading.Thread(target=self._carry, args=(source, sink, comes_back), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, comes_back: bool) -> None:
        with contextlib.suppress(OSError):
            while carried := source.recv(65536):
                if not (comes_back and self._is_deaf):
                    sink.sendall(carried)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
