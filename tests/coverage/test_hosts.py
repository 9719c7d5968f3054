import threading
from pathlib import Path

import pytest

from bias.coverage.hosts import MAX_CRAWL_DELAY, MAX_FAILURES, MAX_REST, Hosts, StoppedError
from bias.coverage.refusals import RestingError

A = "https://a.example/1"


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.naps: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


def hosts(delay: float) -> tuple[Hosts, Time]:
    time = Time()
    return Hosts(delay, lambda: time.now, time.sleep), time


def test_the_first_request_waits_for_nothing_and_the_next_for_the_rest_of_the_pause() -> None:
    known, time = hosts(2.0)
    known.wait("https://a.example/1")
    known.asked("https://a.example/1")
    time.now += 0.5
    known.wait("https://a.example/2")
    assert time.naps == [1.5]
    known.wait("https://a.example/2")
    assert time.naps == [1.5]


def test_hosts_ports_and_schemes_do_not_wait_for_each_other() -> None:
    known, time = hosts(2.0)
    known.asked("https://a.example/1")
    for other in ("https://b.example/1", "http://a.example/1", "https://a.example:8443/1"):
        known.wait(other)
    assert time.naps == []


def test_a_longer_pause_is_granted_up_to_a_limit_and_a_shorter_one_not() -> None:
    known, time = hosts(2.0)
    for wish, granted in ((5.0, 5.0), (3600.0, MAX_CRAWL_DELAY), (0.1, 2.0)):
        known.ask_delay("https://a.example", wish)
        known.asked("https://a.example/1")
        known.wait("https://a.example/2")
        assert time.naps.pop() == granted


def test_a_host_is_given_up_after_failures_in_a_row_only() -> None:
    known, _ = hosts(0)
    for _ in range(MAX_FAILURES - 1):
        known.failed("https://a.example/1")
    known.answered("https://a.example/2")
    for _ in range(MAX_FAILURES - 1):
        known.failed("https://a.example/1")
    assert not known.is_given_up("https://a.example/9")
    known.failed("https://a.example/1")
    assert known.is_given_up("https://a.example/9")
    assert not known.is_given_up("https://b.example/9")


# ---------------------------------------------------------------- one queue


def test_a_host_is_asked_by_one_thread_at_a_time_and_others_side_by_side() -> None:
    known, inside, most, both = hosts(0)[0], [0], [0], threading.Barrier(2, timeout=10)

    def ask(address: str) -> None:
        with known.turn(address):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1

    threads = [threading.Thread(target=ask, args=(A,)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]

    def meet(address: str) -> None:
        with known.turn(address):
            both.wait()

    other = threading.Thread(target=meet, args=("https://b.example/",))
    other.start()
    meet(A)
    other.join()


def test_a_rest_that_is_asked_for_holds_the_whole_host() -> None:
    known, time = hosts(1.0)
    known.hold(A, MAX_REST)
    with known.turn("https://a.example/2"):
        assert time.naps == [MAX_REST]
    known.hold(A, MAX_REST + 1)
    with pytest.raises(RestingError), known.turn("https://a.example/2"):
        pass
    time.now += 2
    with known.turn("https://a.example/3"):
        assert known.rests("https://b.example/") == 0


def test_processes_that_share_a_folder_share_the_queue_and_what_a_host_asked_for(
    tmp_path: Path,
) -> None:
    naps: list[float] = []
    one, two = (Hosts(5.0, lambda: 0.0, naps.append, tmp_path) for _ in range(2))
    entered = threading.Event()

    def ask() -> None:
        with two.turn(A):
            entered.set()

    with one.turn(A):
        thread = threading.Thread(target=ask)
        thread.start()
        assert not entered.wait(0.1)
        one.asked(A)
    thread.join()
    assert naps == [pytest.approx(5.0, abs=0.5)]
    with two.turn(A):
        two.hold(A, 3600)
    with pytest.raises(RestingError), one.turn(A):
        pass
    one.close()
    two.close()
    with pytest.raises(RestingError), Hosts(0, lambda: 0.0, naps.append, tmp_path).turn(A):
        pass


def test_a_file_of_a_queue_that_is_no_work_of_ours_is_passed_over(tmp_path: Path) -> None:
    with Hosts(0, lambda: 0.0, folder=tmp_path).turn(A):
        (file,) = tmp_path.iterdir()
    for content in (b"soon now", b"\xff\xfe", b"1e999 nan", b"1 2 3"):
        file.write_bytes(content)
        with Hosts(0, lambda: 0.0, folder=tmp_path).turn("https://a.example/2"):
            pass


def test_a_run_that_is_stopped_asks_nobody_any_more() -> None:
    known = Hosts(0, lambda: 0.0)
    known.hold(A, 20)
    stopping = threading.Timer(0.05, known.stop)
    stopping.start()
    with pytest.raises(StoppedError), known.turn(A):
        pass
    with pytest.raises(StoppedError), known.turn("https://b.example/"):
        pass
    stopping.join()


def test_what_is_made_once_for_a_host_is_made_once_whoever_asks() -> None:
    known, made = hosts(0)[0], []

    def make() -> str:
        made.append(1)
        return "rules"

    assert [known.once(A, "robots", make), known.once(f"{A}/b", "robots", make)] == ["rules"] * 2
    assert known.once("https://b.example/", "robots", make) == "rules"
    assert len(made) == 2
