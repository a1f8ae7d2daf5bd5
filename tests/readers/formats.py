"""Reads what a site publishes for other programs by programs that know nothing of it.

    python tests/readers/formats.py dist
with the packages of requirements.txt. Prints who read what, and fails where a value is read
otherwise than the JSON of the same table has it, or a reader warns.
"""

import json
import re
import sqlite3
import sys
import warnings
from pathlib import Path

import csvw
import duckdb
import frictionless
import geojson
import jsonschema
import openpyxl
import pandas
import polars
import rdflib
from pyld import jsonld

JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Where pages stand for those who ask; no network is at hand.
BASE = "https://directory.example/"
SCHEMA_ORG = "https://schema.org/"


class Table:
    """A table of the data package, with the rows that the JSON of the same has."""

    def __init__(self, site, resource):
        self.path = site / resource["path"]
        self.url = resource["path"]
        self.name, self.language = resource["name"].rsplit("-", 1)
        self.types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        # The name of a file ends with a hash of what it holds.
        name = f"export-{self.name}-{self.language}-*.json"
        [rows] = self.path.parent.glob(name)
        self.rows = json.loads(rows.read_text())

    def expected(self):
        """Its cells as CSV has them: lists in one text, no cell that begins like a formula."""
        for row in self.rows:
            yield [in_csv(row.get(column)) for column in self.types]

    def compare(self, rows):
        """Counts the rows, which must be what was written."""
        rows = [[as_known(cell) for cell in row] for row in rows]
        for written, read in zip(self.expected(), rows, strict=True):
            for column, one, other in zip(self.types, written, read, strict=True):
                same = type(one) is type(other) and one == other
                assert same, f"{self.path.name}, {written[0]}, {column}: {one!r}, read as {other!r}"
        return len(rows)


def in_csv(value):
    if isinstance(value, list):
        value = "; ".join(value) or None
    if isinstance(value, str):
        value = re.sub("[\n\r\v\f\x85\u2028\u2029]", " ", value)
        return f"'{value}" if value[0] in "=+-@\t＝＋－＠" else value
    return float(value) if isinstance(value, float) else value


def as_known(cell):
    """A cell as Python has it; libraries have several signs for what is missing."""
    if cell is None or cell is pandas.NA or cell != cell:
        return None
    return cell.item() if hasattr(cell, "item") else cell


def by_frictionless(site):
    report = frictionless.validate(str(site / "datapackage.json"))
    told = report.flatten(["name", "type", "note"]) + report.warnings
    told += [warning for task in report.tasks for warning in task.warnings]
    assert report.valid and not told, told[:5]
    return f"{len(report.tasks)} tables valid, without a warning"


def by_csvw(site):
    group = csvw.TableGroup.from_file(site / "csv-metadata.json")
    of_site = {table.url: table for table in tables(site)}
    count = 0
    for table in group.tables:
        rows = table.iterdicts(strict=True)
        own = of_site[table.url.string]
        number = {"integer": int, "number": float}
        typed = lambda row: [
            number.get(own.types[name], lambda cell: cell)(cell) if cell is not None else None
            for name, cell in row.items()
        ]
        count += own.compare(typed(row) for row in rows)
    return f"{count} rows of {len(group.tables)} tables"


def by_pandas(site):
    types = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    return each_table(site, lambda table: pandas.read_csv(
        table.path,
        dtype={name: types[kind] for name, kind in table.types.items()},
        keep_default_na=False,
        na_values=[""],
    ).itertuples(index=False))


def by_polars(site):
    types = {
        "string": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
    }
    return each_table(site, lambda table: polars.read_csv(
        table.path,
        schema={name: types[kind] for name, kind in table.types.items()},
        null_values=[""],
    ).rows())


def by_duckdb(site):
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
    read = lambda table: duckdb.read_csv(
        str(table.path), dtype={name: types[kind] for name, kind in table.types.items()}
    ).fetchall()
    return each_table(site, read)


def by_openpyxl(site):
    count = 0
    books = sorted(site.glob("**/*.xlsx"))
    for path in books:
        book = openpyxl.load_workbook(path)
        language = path.parent.name if path.parent != site else own_language(site)
        of_language = {one.name: one for one in tables(site) if one.language == language}
        for name, sheet in zip(["members", "contacts", "events"], book.worksheets):
            assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
            assert bool(sheet.sheet_view.rightToLeft) == (language == "ar"), language
            table = of_language[name]
            header, *rows = sheet.values
            assert list(header) == list(table.types), header
            assert all(cell.font.bold for cell in sheet[1]), name
            for row, written in zip(rows, table.rows, strict=True):
                for column, cell in zip(header, row):
                    expected = written.get(column)
                    if isinstance(expected, list):
                        expected = "; ".join(expected) or None
                    # Only a column of days alone holds dates.
                    cell = cell.date().isoformat() if hasattr(cell, "date") else cell
                    assert cell == expected, f"{path}, {written['id']}, {column}: {cell!r}"
            count += len(rows)
    return f"{count} rows of {len(books)} workbooks"


def by_sqlite(site):
    [path] = site.glob("*.sqlite")
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    ask = lambda query: database.execute(query).fetchall()
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []
    for name in [table.name for table in tables(site)]:
        rows = next(table.rows for table in tables(site) if table.name == name)
        condition = "WHERE member IS NOT NULL" if name == "contacts" else ""
        ids = {id for (id,) in ask(f"SELECT id FROM {name} {condition}")}
        assert ids == {row["id"] for row in rows}, name
    members = next(t for t in tables(site) if (t.name, t.language) == ("members", own_language(site)))
    seats = dict(ask("SELECT id, seats FROM member_list"))
    assert seats == {row["id"]: row.get("seats") for row in members.rows}
    views = [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'view'")]
    count = sum(len(ask(f"SELECT * FROM {view}")) for view in views)
    return f"{count} rows of {len(views)} views, no broken key"


def by_jsonschema(site):
    """Files by the schemas that stand beside them."""
    validators = {}
    for path in sorted((site / "schemas").glob("*.json")):
        schema = json.loads(path.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[path.stem] = jsonschema.Draft202012Validator(schema)
    checked = [("popolo", site / "popolo.json")]
    for name in validators:
        table = re.fullmatch("table-(.*)", name)
        if table:
            found = sorted((site / "assets").glob(f"export-{table[1]}-*.json"))
            checked += [(name, path) for path in found]
        elif name != "popolo":
            checked.append((name, site / "data" / f"{name}.json"))
    assert {name for name, _ in checked} == set(validators)
    for name, path in checked:
        error = next(validators[name].iter_errors(json.loads(path.read_text())), None)
        assert error is None, f"{path.name}: {error.json_path}: {error.message}"
    return f"{len(checked)} files by {len(validators)} schemas"


def by_geojson(site):
    count = 0
    for path in sorted((site / "assets").glob("export-*.geojson")):
        features = geojson.loads(path.read_text())
        assert features.is_valid, (path.name, features.errors()[:3])
        count += len(features["features"])
    return f"{count} features"


def by_pyld(site):
    def refuse(url, _options):
        raise AssertionError(f"a page needs {url} to be read")

    jsonld.set_document_loader(refuse)
    count = 0
    for address, text in linked_data(site):
        nodes = jsonld.flatten(json.loads(text), None, {"base": BASE + address})
        types = [kind for node in nodes for kind in node.get("@type", [])]
        assert types and all(kind.startswith(SCHEMA_ORG) for kind in types), (address, types)
        count += len(nodes)
    return f"{count} nodes"


def by_rdflib(site):
    count = 0
    # It warns of what it uses itself.
    warnings.simplefilter("ignore", DeprecationWarning)
    # One page in ten is enough for a second reader.
    for address, text in linked_data(site)[::10]:
        graph = rdflib.Graph().parse(data=text, format="json-ld", publicID=BASE + address)
        known = {predicate for predicate in graph.predicates() if predicate != rdflib.RDF.type}
        assert known and all(str(one).startswith(SCHEMA_ORG) for one in known), address
        count += len(graph)
    return f"{count} triples"


def each_table(site, read):
    count = sum(table.compare(read(table)) for table in tables(site))
    return f"{count} rows of {len(tables(site))} tables"


def tables(site):
    package = json.loads((site / "datapackage.json").read_text())
    return [Table(site, resource) for resource in package["resources"]]


def own_language(site):
    return json.loads((site / "data/network.json").read_text())["languages"][0]


def linked_data(site):
    """What each page says of itself, in the network's own language."""
    found = []
    for path in sorted(site.glob("**/index.html")):
        address = path.parent.relative_to(site).as_posix()
        scripts = JSON_LD.findall(path.read_text())
        found += [(address, script) for script in scripts]
    assert found
    return found


READERS = {
    "frictionless": by_frictionless,
    "csvw": by_csvw,
    "pandas": by_pandas,
    "polars": by_polars,
    "DuckDB": by_duckdb,
    "openpyxl": by_openpyxl,
    "sqlite3": by_sqlite,
    "jsonschema": by_jsonschema,
    "geojson": by_geojson,
    "PyLD": by_pyld,
    "rdflib": by_rdflib,
}


def main(site):
    warnings.simplefilter("error")
    wrong = []
    for reader, read in READERS.items():
        try:
            print(f"{reader:<13}{read(site)}", flush=True)
        except Exception as error:
            wrong.append(f"{reader}: {type(error).__name__}: {error}")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
