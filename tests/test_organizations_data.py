"""The data: the compiled file agrees with its sources, and a user's file is read like them."""

import importlib.util
import json
import mmap
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import endorsecheck as ec
from endorsecheck import _data
from endorsecheck._organizations.data import Compiled, Vocabulary, built_in
from endorsecheck.organizations import OrganizationRegistry, Relation

TOOL = Path(__file__).parent / "tools" / "compile_data.py"


def tool() -> ModuleType:
    """Load the script that compiles the data."""
    spec = importlib.util.spec_from_file_location("compile_data", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_compiled_file_agrees_with_its_sources() -> None:
    """The sources hold no contradiction and give the compiled file byte for byte."""
    script = tool()
    text, faults = script.compiled()
    assert faults == []
    assert text == script.TARGET.read_text(encoding="utf-8")


def test_data_is_read_on_first_use() -> None:
    """Importing the package and making a registry read no file."""
    code = (
        "import sys; from endorsecheck import organizations as o; o.OrganizationRegistry();"
        "from endorsecheck._organizations import data as d;"
        "assert d.built_in.cache_info().currsize == 0;"
        "o.canonical_name('Norvane'); assert d.built_in.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_data_that_cannot_be_mapped_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the package is in an archive."""

    def fail(*_: object, **__: object) -> None:
        raise OSError

    with_map = _data.parts("organizations.txt")
    monkeypatch.setattr(mmap, "mmap", fail)
    content = _data.parts("organizations.txt")
    assert isinstance(content, bytes)
    assert content == with_map[:]
    assert Compiled(content).section("two_universities") == built_in().section("two_universities")


def test_lines_are_those_between_which_a_section_is_divided() -> None:
    """Each is found by where it ends."""
    lines = built_in().lines("keys")
    whole = built_in().section("keys")
    assert len(lines) == len(whole)
    assert [lines[number].decode() for number in range(len(lines))] == whole


def test_words_are_read_when_asked_for() -> None:
    """Those of sections; there are no others."""
    words = Vocabulary({"groups": ["group", "gruppe"]}.__getitem__)
    assert words.groups == {"group", "gruppe"}
    assert words.groups is words.groups
    with pytest.raises(AttributeError, match="'Vocabulary' object has no attribute 'keys'"):
        words.keys  # type: ignore[attr-defined] # noqa: B018 # the access is what is tested


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a TOML file to write."""
    return tmp_path / "mine.toml"


def test_reads_every_kind_of_statement(path: Path) -> None:
    """The file of a user has the shape of the built-in ones."""
    path.write_text(
        'source = "the intranet"\n'
        'same = [["Norvane", "NVN Mills", "Norvane Weaving"], ["Kestrel Mills"]]\n'
        'aliases = [["Norvane", "Northvane"]]\n'
        'distinct = [["Tidewrack", "Tidewrack Group", "Tidewrack Holding"]]\n'
        'renames = [{ old = "Dunmore", new = "Dunmere", on = 2018-07-01, source = "letter" }]\n'
        'mergers = [{ absorbed = "Dunmore", into = "Norvane", on = "2020" }]\n'
        'parents = [{ child = "Brightwater", parent = "Norvane", since = "2019-05" }]\n',
        encoding="utf-8",
    )
    registry = OrganizationRegistry.from_toml(path)
    assert registry.compare("NVN Mills", "Northvane").relation is Relation.SAME
    assert registry.compare("Tidewrack", "Tidewrack Group").relation is Relation.DIFFERENT
    assert [span.relation for span in registry.spans("Dunmere", "Norvane Weaving")] == [
        Relation.RELATED,
        Relation.SAME,
    ]
    assert registry.compare("Brightwater", "Northvane").reason == "depends-on-time"


def test_file_goes_over_what_was_said_before(path: Path) -> None:
    """A registry that knows more can be given a file too."""
    path.write_text('aliases = [["Dunmore", "Kestrel Mills"]]', encoding="utf-8")
    registry = OrganizationRegistry().extended(aliases=[("Norvane", "Dunmore")])
    told = registry.extended_from_toml(path).compare("Norvane", "Kestrel Mills")
    assert told.relation is Relation.SAME


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("mine.toml: not a readable TOML file", "same = [", id="syntax"),
        pytest.param("mine.toml: 'sames' is not known: expected one of", "sames = []", id="key"),
        pytest.param("mine.toml: same: 7 is not a list of lists", "same = 7", id="same-number"),
        pytest.param(
            "mine.toml: same entry 1: 'Norvane' is not a list",
            'same = ["Norvane"]',
            id="same-flat",
        ),
        pytest.param(
            "mine.toml: distinct entry 1: .. is not a list", "distinct = [[]]", id="distinct-empty"
        ),
        pytest.param(
            "mine.toml: aliases entry 1: 7 is not a name", 'same = [["Norvane", 7]]', id="name"
        ),
        pytest.param(
            "mine.toml: distinct entry 1: 7 is not a name: expected a text as 'other'",
            'distinct = [["Norvane", 7]]',
            id="second-name-of-distinct",
        ),
        pytest.param(
            "mine.toml: distinct entry 1: 7 is not a name: expected a text as 'name'",
            'distinct = [[7, "Norvane"]]',
            id="first-name-of-distinct",
        ),
        pytest.param(
            "mine.toml: mergers entry 1", 'mergers = [{ absorbed = "Norvane" }]', id="merger"
        ),
        pytest.param("mine.toml: aliases: 7 is not a list", "aliases = 7", id="aliases-number"),
        pytest.param(
            r"distinct \('Norvane', 'Dunmore'\) in .*mine.toml contradicts aliases",
            'same = [["Norvane", "Dunmore"]]\ndistinct = [["Norvane", "Dunmore"]]',
            id="same-and-distinct",
        ),
        pytest.param(
            r"distinct \('Norvane', 'norvane'\) in .*: both names are one",
            'distinct = [["Norvane", "norvane"]]',
            id="distinct-from-itself",
        ),
    ],
)
def test_faults_name_the_file(expected: str, text: str, path: Path) -> None:
    """A file that cannot be read is an error that says where."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ec.RegistryError, match=expected):
        OrganizationRegistry.from_toml(path)


def test_alias_contradicts_what_the_package_tells_apart() -> None:
    """What comes with the package is named too."""
    registry = OrganizationRegistry()
    with pytest.raises(ec.RegistryError, match=r"built-in distinct .* contradicts aliases"):
        registry.extended(aliases=[("Augusta University", "Augustana University")])


def test_file_of_more_than_sixteen_mebibytes_is_refused(path: Path) -> None:
    """One of just that size is read."""
    path.write_bytes(b"#" * 2**24)
    assert OrganizationRegistry.from_toml(path) == OrganizationRegistry()
    path.write_bytes(b"#" * (2**24 + 1))
    with pytest.raises(ec.RegistryError, match="more than 16777216 bytes"):
        OrganizationRegistry.from_toml(path)


def test_more_than_a_hundred_thousand_pairs_are_refused(path: Path) -> None:
    """Each name of an entry makes one with every other."""
    entries = [[f"Norvane {number}" for number in range(size)] for size in (447, 25, 6, 3, 2, 2)]
    path.write_text(f"distinct = {json.dumps(entries)}", encoding="utf-8")
    with pytest.raises(ec.RegistryError, match="distinct: more than 100000 pairs"):
        OrganizationRegistry.from_toml(path)


def test_entry_of_one_name_makes_no_pair(path: Path) -> None:
    """Any number of them is read."""
    path.write_text("distinct = [" + '["Norvane"],' * 100_001 + "]", encoding="utf-8")
    assert OrganizationRegistry.from_toml(path) == OrganizationRegistry()


def test_missing_file_is_named(path: Path) -> None:
    """A file that is not there is an error of this library."""
    with pytest.raises(ec.RegistryError, match=r"mine\.toml: not a readable TOML file"):
        OrganizationRegistry.from_toml(path)


def test_says_what_is_missing_on_old_python(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any TOML parser the error tells which package to install."""
    path.write_text("", encoding="utf-8")
    monkeypatch.setattr(
        "endorsecheck._organizations.statements.importlib.import_module", _no_module
    )
    with pytest.raises(ec.RegistryError, match=r"install endorsecheck\[toml\]"):
        OrganizationRegistry.from_toml(path)


def _no_module(name: str) -> ModuleType:
    raise ModuleNotFoundError(name)
