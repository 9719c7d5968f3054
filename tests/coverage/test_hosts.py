from bias.coverage.hosts import MAX_CRAWL_DELAY, MAX_FAILURES, Hosts


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
