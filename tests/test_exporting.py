"""Tables of many nights in one folder: whole or not at all, and never over what others wrote."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator
from upath import UPath

from bias.errors import DataError, StorageError, UsageError
from bias.exporting import export_tables
from bias.records import Comparison
from bias.report.tables import KINDS
from bias.report.tables.columns import columns
from tests.kept import write_tables
from tests.report import invented

FIRST, LAST = "2026-03-14", "2026-03-15"
KINDS_OF_FILES = ("parquet", "csv", "jsonl")
SCHEMA = Path(__file__).parent / "data_package.schema.json"
ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


@pytest.fixture(scope="module")
def made() -> Comparison:
    return invented.comparison()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, made: Comparison) -> str:
    root = tmp_path_factory.mktemp("archive")
    for edition in (FIRST, LAST):
        write_tables(root, edition, [made], made.event.gaps)
    write_tables(root, "2026-04-01", [])
    return str(root)


def contents(folder: UPath) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir(), key=str)}


def rows_of(folder: UPath, name: str, kind: str) -> list[dict[str, Any]]:
    data = (folder / f"{name}.{kind}").read_bytes()
    if kind == "parquet":
        found: list[dict[str, Any]] = pq.read_table(io.BytesIO(data)).to_pylist()
        return found
    if kind == "jsonl":
        return [json.loads(line) for line in data.splitlines()]
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_the_nights_asked_for_are_written_with_their_dates(
    archive: str, tmp_path: Path, made: Comparison, kind: str
) -> None:
    folder = UPath(tmp_path / "out")
    done = export_tables(archive, FIRST, LAST, kind, folder)
    assert done.editions == (FIRST, LAST)
    assert done.rows["findings"] == 2 * len(made.findings)
    for name, row in KINDS.items():
        found = rows_of(folder, name, kind)
        assert len(found) == done.rows[name]
        assert list(found[0]) == [column.name for column in columns(row)]
        assert {each["edition"] for each in found} == {FIRST, LAST}


def test_the_three_kinds_hold_the_same(archive: str, tmp_path: Path) -> None:
    folders = {kind: UPath(tmp_path / kind) for kind in KINDS_OF_FILES}
    for kind, folder in folders.items():
        export_tables(archive, FIRST, LAST, kind, folder)
    for name in KINDS:
        parquet = rows_of(folders["parquet"], name, "parquet")
        assert rows_of(folders["jsonl"], name, "jsonl") == parquet
        plain = rows_of(folders["csv"], name, "csv")
        assert [[cell.lstrip("'") for cell in row.values()] for row in plain] == [
            [_cell(value).lstrip("'") for value in row.values()] for row in parquet
        ]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_a_data_package_describes_the_files(archive: str, tmp_path: Path, kind: str) -> None:
    folder = UPath(tmp_path / "out")
    export_tables(archive, FIRST, LAST, kind, folder)
    files = contents(folder)
    package = json.loads(files.pop("datapackage.json"))
    Draft202012Validator(json.loads(SCHEMA.read_bytes())).validate(package)
    assert {each["path"] for each in package["resources"]} == set(files)
    for each in package["resources"]:
        data = files[each["path"]]
        assert each["bytes"] == len(data)
        assert each["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert each["rows"] == len(rows_of(folder, each["name"], kind))


def test_the_types_of_the_package_are_those_of_the_parquet(archive: str, tmp_path: Path) -> None:
    folder = UPath(tmp_path / "out")
    export_tables(archive, FIRST, LAST, "parquet", folder)
    package = json.loads((folder / "datapackage.json").read_bytes())
    for each in package["resources"]:
        schema = pq.read_schema(io.BytesIO((folder / each["path"]).read_bytes()))
        described = [(field["name"], ARROW[field["type"]]) for field in each["schema"]["fields"]]
        assert described == [(field.name, field.type) for field in schema]
        asked = {f["name"] for f in each["schema"]["fields"] if f.get("constraints")}
        assert asked <= {field.name for field in schema if not field.nullable}


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
@pytest.mark.parametrize("store", ["local", "memory"])
def test_the_same_tables_give_the_same_bytes(
    archive: str, tmp_path: Path, kind: str, store: str
) -> None:
    folder = UPath(tmp_path / "out") if store == "local" else UPath(f"memory://exports/{kind}")
    export_tables(archive, FIRST, LAST, kind, folder)
    first = contents(folder)
    export_tables(archive, FIRST, LAST, kind, folder)
    assert contents(folder) == first
    assert len(first) == len(KINDS) + 1


@pytest.mark.parametrize("store", ["local", "memory"])
def test_an_earlier_export_of_another_kind_is_replaced(
    archive: str, tmp_path: Path, store: str
) -> None:
    folder = UPath(tmp_path / "out") if store == "local" else UPath("memory://exports/replaced")
    export_tables(archive, FIRST, LAST, "csv", folder)
    export_tables(archive, FIRST, FIRST, "jsonl", folder)
    assert {name.partition(".")[2] for name in contents(folder)} == {"jsonl", "json"}
    assert [path.name for path in tmp_path.iterdir()] == (["out"] if store == "local" else [])


@pytest.mark.parametrize("package", ["", "{}", '{"name": "another"}', "no JSON"])
def test_a_folder_that_no_export_wrote_is_refused(
    archive: str, tmp_path: Path, package: str
) -> None:
    (tmp_path / "datapackage.json").write_text(package)
    with pytest.raises(UsageError, match=r"holds datapackage\.json, which no export wrote"):
        export_tables(archive, FIRST, LAST, "csv", UPath(tmp_path))
    assert (tmp_path / "datapackage.json").read_text() == package


def test_an_export_to_which_others_added_is_refused(archive: str, tmp_path: Path) -> None:
    folder = UPath(tmp_path / "out")
    export_tables(archive, FIRST, LAST, "csv", folder)
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"holds notes\.txt"):
        export_tables(archive, FIRST, LAST, "csv", folder)
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("first", "last", "kind", "message"),
    [
        ("2026-3-14", LAST, "csv", "'2026-3-14' is no edition"),
        (FIRST, "soon", "csv", "'soon' is no edition"),
        (LAST, FIRST, "csv", "no tables from 2026-03-15 to 2026-03-14"),
        ("2025-01-01", "2025-02-01", "csv", "newest: 2026-03-14, 2026-03-15, 2026-04-01"),
        (FIRST, LAST, "xlsx", "'xlsx' is no format"),
    ],
)
def test_what_does_not_fit_is_named(
    archive: str, tmp_path: Path, first: str, last: str, kind: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        export_tables(archive, first, last, kind, UPath(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_table_is_named_and_the_old_export_stays(
    tmp_path: Path, made: Comparison
) -> None:
    root = tmp_path / "archive"
    write_tables(root, FIRST, [made])
    folder = UPath(tmp_path / "out")
    export_tables(str(root), FIRST, FIRST, "csv", folder)
    before = contents(folder)
    (root / "tables" / "only" / f"edition={FIRST}" / "part.parquet").write_bytes(b"PAR1")
    with pytest.raises(DataError, match=f"only/edition={FIRST}.*run: bias report {FIRST}"):
        export_tables(str(root), FIRST, FIRST, "csv", folder)
    assert contents(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "out"]


def test_a_place_that_cannot_be_written_is_named(archive: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="cannot write"):
        export_tables(archive, FIRST, LAST, "csv", UPath(tmp_path / "file" / "out"))


def test_an_export_that_cannot_be_replaced_stays(
    archive: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = UPath(tmp_path / "out")
    export_tables(archive, FIRST, LAST, "csv", folder)
    before, rename = contents(folder), Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.suffix == ".part" and self.is_dir():
            raise PermissionError(13, "no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StorageError, match="cannot replace"):
        export_tables(archive, FIRST, LAST, "jsonl", folder)
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_way_is_named(archive: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError, match="file is a file"):
        export_tables(archive, FIRST, LAST, "csv", UPath(tmp_path / "file"))


def test_a_night_without_events_has_every_file(archive: str, tmp_path: Path) -> None:
    folder = UPath(tmp_path / "out")
    done = export_tables(archive, "2026-04-01", "2026-04-01", "csv", folder)
    assert set(done.rows.values()) == {0}
    assert len(contents(folder)) == len(KINDS) + 1
