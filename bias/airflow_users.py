"""The users of Airflow's login, made or given their role and password again.

``python -m bias.airflow_users`` reads ``ADMIN_USER`` and ``ADMIN_PASSWORD``, and the same of
``OPERATOR`` and ``READER``; docker-compose.yml runs it at each start.
"""

import os
import sys
from collections.abc import Mapping

ROLES = {"ADMIN": "Admin", "OPERATOR": "Op", "READER": "Viewer"}
"""Airflow's role for each: a reader sees runs and reports, an operator starts and stops runs."""


def make_users(environment: Mapping[str, str]) -> list[str]:
    """Make the users that the environment names; returns what was done, a line each.

    Raises:
        KeyError: a name or password is not there.
    """
    from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder

    told = []
    with get_application_builder() as builder:
        manager = builder.sm
        for kind, name_of_role in ROLES.items():
            name, password = environment[f"{kind}_USER"], environment[f"{kind}_PASSWORD"]
            role, user = manager.find_role(name_of_role), manager.find_user(username=name)
            if user:
                user.roles = [role]
                manager.update_user(user)
                manager.reset_password(user.id, password)
            else:
                email = f"{name}@localhost"
                manager.add_user(name, kind.capitalize(), "User", email, role, password)
            told.append(f"{name}: {name_of_role}")
    return told


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in make_users(os.environ)))
