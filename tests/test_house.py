"""The rules of CONVENTIONS.md that a machine can check."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("geo", "gazetteer", "claims", "maps", "frontmap")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file())
COMMANDS = [path for path in SCRIPTS if not path.suffix]
HEAVY = (
    "branca",
    "docx",
    "folium",
    "geopandas",
    "matplotlib",
    "numpy",
    "pandas",
    "pyproj",
    "shapely",
    "yaml",
)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield (node.module or "").split(".")[0]


def public_names(path: Path) -> list[str]:
    for node in tree_of(path).body:
        target = (
            node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [0])[0]
        )
        if isinstance(target, ast.Name) and target.id == "__all__":
            return [ast.literal_eval(item) for item in node.value.elts]
    pytest.fail(f"{name_of(path)} has no __all__")


def test_a_file_has_at_most_300_lines() -> None:
    for path in (*MODULES, *ROOT.glob("tests/**/*.py"), *SCRIPTS):
        assert len(text_of(path).splitlines()) <= 300, name_of(path)


def test_a_line_of_a_word_list_can_be_read_at_a_glance() -> None:
    for path in ROOT.glob("claims/**/*.yaml"):
        assert max(map(len, text_of(path).splitlines())) <= 160, name_of(path)


def test_a_module_lists_its_public_names() -> None:
    for path in MODULES:
        if path.name != "__init__.py" or "import" in text_of(path):
            public_names(path)  # ruff keeps them in order (RUF022)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_face_of_a_package_has_at_most_eight_names(package: str) -> None:
    assert len(public_names(ROOT / package / "__init__.py")) <= 8


def test_folium_stays_in_maps() -> None:
    for path in MODULES:
        if "maps" not in path.relative_to(ROOT).parts:
            assert not {"folium", "branca"} & set(imports(path)), name_of(path)


def test_a_file_names_no_place_of_the_machine_it_was_written_on() -> None:
    for path in (*MODULES, *SCRIPTS):
        found = re.findall(r"(?:/home/|/root/|/Users/|/tmp/|/work/|[A-Z]:\\)\S*", text_of(path))
        assert not found, name_of(path)


def test_our_own_text_takes_no_side() -> None:
    # Words of the press are matched in claims/ and gazetteer/ and live in their tables; what a
    # reader sees as ours is written in maps/ and frontmap/.
    for path in MODULES:
        if path.relative_to(ROOT).parts[0] in {"maps", "frontmap", "geo"}:
            found = re.findall(
                r"\b(?:regime|terroris[tm]s?|so-called|martyrs?)\b", text_of(path).lower()
            )
            assert not found, name_of(path)


@pytest.mark.parametrize("path", [*COMMANDS, ROOT / ".ci" / "run"], ids=name_of)
def test_a_script_can_be_run(path: Path) -> None:
    assert os.access(path, os.X_OK)
    assert path.read_bytes().startswith(b"#!/usr/bin/env ")


def test_bash_scripts_stop_at_the_first_fault() -> None:
    for path in SCRIPTS:
        text = text_of(path)
        if text.startswith("#!/usr/bin/env bash"):
            assert "\nset -euo pipefail\n" in text, name_of(path)


def test_every_folder_of_data_is_credited_in_notice() -> None:
    notice = text_of(ROOT / "NOTICE")
    shipped = {
        *(ROOT / "gazetteer" / "data").iterdir(), *(ROOT / "maps" / "data").iterdir(),
        ROOT / "claims" / "theatres", ROOT / "examples",
    }  # fmt: skip
    for path in shipped:
        line = name_of(path) + ("/" if path.is_dir() else "")
        assert f"\n{line}\n" in notice or path.suffix == ".md", f"{line} is not in NOTICE"


def test_the_changelog_and_the_citation_know_the_version() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    assert f"\n## {project['version']} " in text_of(ROOT / "CHANGELOG.md")
    assert f"\nversion: {project['version']}\n" in text_of(ROOT / "CITATION.cff")


def test_every_dependency_says_why_it_is_needed() -> None:
    text = text_of(ROOT / "pyproject.toml")
    block = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)[1]
    for line in block.splitlines():
        assert re.fullmatch(r'    "[\w-]+>=[\d.]+", +# .+', line), line


def test_what_a_package_imports_is_declared() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    declared = {re.match(r"[\w-]+", line)[0].lower() for line in project["dependencies"]}
    extras = project["optional-dependencies"]
    optional = {
        re.match(r"[\w-]+", line)[0].lower()
        for extra in set(extras) - {"bench", "dev"} for line in extras[extra]
    }  # fmt: skip
    called = {
        "yaml": "pyyaml",
        "charset_normalizer": "charset-normalizer",
        "docx": "python-docx",
        "xstatic": "xstatic-leaflet",
    }
    # Parts of other packages: asked for by name only so that every pip finds them.
    indirect = {"lxml-html-clean"}
    used = {called.get(name, name) for path in MODULES for name in imports(path)}
    assert used - set(sys.stdlib_module_names) - set(PACKAGES) - optional == declared
    assert optional - indirect <= used


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys; from frontmap.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["draw", "--help"], ["export", "--help"]]
)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert not set(HEAVY) & loaded_by(*arguments)


def test_importing_frontmap_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import frontmap, sys; print(*sys.modules)"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert not set(HEAVY) & {name.split(".")[0] for name in done.stdout.split()}
