"""``python -m tests.sample`` writes ``docs/sample`` anew."""

import shutil
from pathlib import Path

from .make import sample

FOLDER = Path(__file__).parents[2] / "docs" / "sample"

if __name__ == "__main__":
    made = sample()
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, data in made.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
