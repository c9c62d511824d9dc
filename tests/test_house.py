"""The rules of CONVENTIONS.md that a machine can check."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("geo", "gazetteer", "claims", "maps", "frontmap")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file())
COMMANDS = [path for path in SCRIPTS if not path.suffix]
PAGES = sorted(ROOT.glob("*.md"))
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


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield (node.module or "").split(".")[0]


def public_names(path: Path) -> list[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        target = (
            node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [0])[0]
        )
        if isinstance(target, ast.Name) and target.id == "__all__":
            return [ast.literal_eval(item) for item in node.value.elts]
    pytest.fail(f"{name_of(path)} has no __all__")


def shown_code(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", [*MODULES, *ROOT.glob("tests/**/*.py"), *SCRIPTS], ids=name_of)
def test_a_file_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_lists_its_public_names(path: Path) -> None:
    if path.name != "__init__.py" or "import" in path.read_text(encoding="utf-8"):
        public_names(path)  # ruff keeps them in order (RUF022)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_face_of_a_package_has_at_most_eight_names(package: str) -> None:
    assert len(public_names(ROOT / package / "__init__.py")) <= 8


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_folium_stays_in_maps(path: Path) -> None:
    if "maps" not in path.relative_to(ROOT).parts:
        assert not {"folium", "branca"} & set(imports(path))


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=name_of)
def test_a_file_names_no_place_of_the_machine_it_was_written_on(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"(?:/home/|/root/|/Users/|/tmp/|/work/|[A-Z]:\\)\S*", text)
    assert not found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_our_own_text_takes_no_side(path: Path) -> None:
    # Words of the press are matched in claims/ and gazetteer/ and live in their tables; what a
    # reader sees as ours is written in maps/ and frontmap/.
    if path.relative_to(ROOT).parts[0] in {"maps", "frontmap", "geo"}:
        text = path.read_text(encoding="utf-8").lower()
        assert not re.findall(r"\b(?:regime|terroris[tm]s?|so-called|martyrs?)\b", text)


@pytest.mark.parametrize("path", [*COMMANDS, ROOT / ".ci" / "run"], ids=name_of)
def test_a_script_can_be_run(path: Path) -> None:
    assert os.access(path, os.X_OK)
    assert path.read_bytes().startswith(b"#!/usr/bin/env ")


def test_bash_scripts_stop_at_the_first_fault() -> None:
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        if text.startswith("#!/usr/bin/env bash"):
            assert "\nset -euo pipefail\n" in text, name_of(path)


def test_every_folder_of_data_is_credited_in_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    shipped = {
        *(ROOT / "gazetteer" / "data").iterdir(), *(ROOT / "maps" / "data").iterdir(),
        ROOT / "claims" / "theatres", ROOT / "examples",
    }  # fmt: skip
    for path in shipped:
        line = name_of(path) + ("/" if path.is_dir() else "")
        assert f"\n{line}\n" in notice or path.suffix == ".md", f"{line} is not in NOTICE"


def test_the_changelog_and_the_citation_know_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\n## {project['version']} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nversion: {project['version']}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_every_dependency_says_why_it_is_needed() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)[1]
    for line in block.splitlines():
        assert re.fullmatch(r'    "[\w-]+>=[\d.]+", +# .+', line), line


def test_what_a_package_imports_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
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
