"""PostgreSQL and Redis from the system's packages."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.programs import missing, required_program

from .processes import Process, until

OWNER = "postgres"
"""PostgreSQL refuses to run as root, so there it runs as this user, whom its package makes."""
HOST = "127.0.0.1"


def program(name: str) -> str:
    """Return the path of a program of PostgreSQL, the newest there is."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name))
    for folder in reversed(folders):
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name) or missing(name, "postgresql")


def _owner() -> str | None:
    return OWNER if os.geteuid() == 0 else None


class Postgres:
    """A database server with the user and the database that its container would have."""

    def __init__(self, folder: Path, port: int, environment: Mapping[str, str]) -> None:
        """Make and start it below a folder that everybody may enter."""
        self.port, self.user = port, environment["POSTGRES_USER"]
        self.environment = {
            "PATH": os.environ["PATH"], "PGHOST": HOST, "PGPORT": str(port), "PGUSER": self.user,
            "PGPASSWORD": environment["POSTGRES_PASSWORD"],
        }  # fmt: skip
        data = folder / "postgres"
        data.mkdir(mode=0o700)
        password = folder / "postgres-password"
        password.write_text(environment["POSTGRES_PASSWORD"])
        if owner := _owner():
            shutil.chown(data, owner)
            shutil.chown(password, owner)
        init = [program("initdb"), "--no-sync", "--auth=scram-sha-256", f"--username={self.user}"]
        subprocess.run(
            [*init, f"--pwfile={password}", f"--pgdata={data}"],
            check=True, capture_output=True, user=owner, cwd=folder,
        )  # fmt: skip
        options = {
            "listen_addresses": HOST, "unix_socket_directories": "", "fsync": "off",
            "dynamic_shared_memory_type": "mmap",  # which goes with its folder
        }  # fmt: skip
        words = [f"-c{name}={value}" for name, value in options.items()]
        self.process = Process(
            [program("postgres"), "-D", str(data), "-p", str(port), *words],
            {"PATH": os.environ["PATH"], "LC_ALL": "C"},
            folder / "postgres.log",
            restarts=True,
            user=owner,
            stop_signal=signal.SIGINT,  # as its image asks for: it does not wait for its clients
        )
        until(self.answers, "PostgreSQL", log=self.process.log)
        self.run("createdb", environment["POSTGRES_DB"])

    def answers(self) -> bool:
        """Return whether it takes connections."""
        done = subprocess.run(
            [program("pg_isready")], env=self.environment, check=False, capture_output=True
        )
        return done.returncode == 0

    def run(self, name: str, *words: str) -> str:
        """Run a program of PostgreSQL's against it; returns what it prints."""
        done = subprocess.run(
            [program(name), *words], env=self.environment, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


class Redis:
    """The broker, with the command that its container would have."""

    def __init__(self, folder: Path, port: int, command: list[str]) -> None:
        """Start it; it keeps what it holds below a folder of its own."""
        name, *words = command
        home = folder / "redis"
        home.mkdir()
        places = ["--bind", HOST, "--port", str(port), "--dir", str(home)]
        self.process = Process(
            [required_program(name), *words, *places],
            {"PATH": os.environ["PATH"]},
            folder / "redis.log",
            restarts=True,
        )
