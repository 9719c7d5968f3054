"""The users of Airflow's login: made once, then given their password and role again.

That Airflow takes them is shown in ``tests/cluster``.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from bias.airflow_users import make_users

LOGINS = {
    f"{kind}_{what}": f"{kind.lower()} {what.lower()}"
    for kind in ("ADMIN", "OPERATOR", "READER")
    for what in ("USER", "PASSWORD")
}


class Manager:
    """Stands in for what keeps the users."""

    def __init__(self) -> None:
        self.users: dict[str, SimpleNamespace] = {}

    def find_role(self, name: str) -> str:
        return f"role {name}"

    def find_user(self, username: str) -> SimpleNamespace | None:
        return self.users.get(username)

    def add_user(self, *told: str) -> None:
        name, _, _, email, role, password = told
        self.users[name] = SimpleNamespace(id=name, email=email, roles=[role], password=password)

    def update_user(self, user: SimpleNamespace) -> None:
        assert user.id in self.users

    def reset_password(self, user_id: str, password: str) -> None:
        self.users[user_id].password = password


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Manager:
    manager = Manager()

    @contextmanager
    def builder() -> Iterator[SimpleNamespace]:
        yield SimpleNamespace(sm=manager)

    where = "airflow.providers.fab.auth_manager.cli_commands.utils"
    module = SimpleNamespace(get_application_builder=builder)
    monkeypatch.setitem(sys.modules, where, module)
    return manager


def test_each_login_has_its_role(manager: Manager) -> None:
    told = make_users(LOGINS)
    assert told == ["admin user: Admin", "operator user: Op", "reader user: Viewer"]
    assert manager.users["reader user"].roles == ["role Viewer"]
    assert manager.users["operator user"].password == "operator password"  # noqa: S105


def test_a_login_that_is_there_is_given_its_password_and_role_again(manager: Manager) -> None:
    make_users(LOGINS)
    manager.users["reader user"].roles = ["role Admin"]
    make_users(LOGINS | {"READER_PASSWORD": "another"})
    assert manager.users["reader user"].roles == ["role Viewer"]
    assert manager.users["reader user"].password == "another"  # noqa: S105


def test_a_login_without_a_password_is_not_made(manager: Manager) -> None:
    with pytest.raises(KeyError, match="ADMIN_PASSWORD"):
        make_users({"ADMIN_USER": "admin"})
    assert manager.users == {}
