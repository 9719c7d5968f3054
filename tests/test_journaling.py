"""Runs that share an archive queue at each host together, wherever they keep what is passing."""

import tempfile
from pathlib import Path
from threading import Event, Thread

import pytest

from bias.config import Settings
from bias.coverage.hosts import Hosts
from bias.journaling import shared_hosts

PAGE = "http://herald.example/1"


def ask(hosts: Hosts, inside: Event) -> None:
    with hosts.turn(PAGE):
        inside.set()


@pytest.mark.parametrize(("same", "waits"), [(True, True), (False, False)])
def test_a_second_run_waits_its_turn_at_a_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same: bool, waits: bool
) -> None:
    archives = [tmp_path / "a", tmp_path / ("a" if same else "b")]
    inside = Event()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "container-1"))
    with shared_hosts(Settings(archive=str(archives[0]), delay_seconds=0)) as nightly:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "container-2"))
        with shared_hosts(Settings(archive=str(archives[1]), delay_seconds=0)) as by_hand:
            thread = Thread(target=ask, args=(by_hand, inside))
            with nightly.turn(PAGE):
                thread.start()
                assert inside.wait(0.3) is not waits
            thread.join()
            assert inside.is_set()
