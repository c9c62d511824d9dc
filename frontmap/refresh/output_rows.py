"""The ``[[outputs]]`` of a project file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from frontmap.refresh.file_names import file_key, holds, problem_of_name
from frontmap.refresh.project import Form, Output, Source
from frontmap.refresh.sheet import Sheet, Table, shown

__all__ = ["OUTPUT_KEYS", "read_outputs"]

OUTPUT_KEYS = ("path", "embed", "changes", "full_text", "width_px", "columns")
_SAMPLE = '[[outputs]] with path = "out/map.html"'

# For which forms each option says anything.
_OPTIONS: Mapping[str, tuple[Form, ...]] = {
    "embed": (Form.HTML,),
    "changes": (Form.MD, Form.JSON, Form.ATOM),
    "full_text": (Form.HTML,),
    "width_px": (Form.PNG, Form.MD, Form.DOCX),
    "columns": (Form.CSV,),
}
_FORMS = {f".{form}": form for form in Form} | {".htm": Form.HTML}
_COLUMNS = ("own", "acled", "ucdp")


def read_outputs(
    sheet: Sheet,
    folder: Path,
    *,
    sources: Sequence[Source],
    inputs: Mapping[str, Path | None],
) -> tuple[Output, ...]:
    """Return the outputs that are sound; what is wrong with the others is noted in the sheet.

    Parameters
    ----------
    inputs
        Files that a refresh reads beside its sources and that no output may replace, by name.
    """
    found: list[Output] = []
    for row in sheet.tables("outputs", OUTPUT_KEYS, _SAMPLE):
        output = _output(row, folder)
        if output is None:
            continue
        problem = _problem_with_inputs(output, sources, inputs) or _problem_with_others(
            output, found
        )
        if problem:
            row.wrong("path", f"{shown(row.text('path'))} {problem}")
        else:
            found.append(output)
    return tuple(found)


def _output(row: Table, folder: Path) -> Output | None:
    if not (text := row.text("path", needed="out/map.html")):
        return None
    if problem := problem_of_name(text, folder):
        row.wrong("path", f"{shown(text)} {problem}")
        return None
    form = _FORMS.get(PurePosixPath(text).suffix.lower())
    path = (folder / text).parent.resolve() / PurePosixPath(text).name
    if form is None:
        row.wrong("path", f"{shown(text)} tells no form; end it in {', '.join(_FORMS)}")
        return None
    if path.is_dir():
        row.wrong("path", f"{shown(text)} is a folder; name a file in it")
        return None
    _check_options(row, form)
    return Output(
        path=path,
        form=form,
        embed=row.flag("embed"),
        changes=row.flag("changes"),
        full_text=row.flag("full_text"),
        width_px=row.whole("width_px", 400, 9600, 1200),
        columns=row.one_of("columns", _COLUMNS, "own"),
    )


def _check_options(row: Table, form: Form) -> None:
    for key, forms in _OPTIONS.items():
        if row.has(key) and form not in forms:
            names = ", ".join(f".{each}" for each in forms)
            row.wrong(key, f"says nothing for a .{form} file, only for {names}; leave it out")
    if form in (Form.JSON, Form.ATOM) and not row.flag("changes"):
        row.wrong("path", f"a .{form} file tells what changed; write changes = true below it")


def _problem_with_inputs(
    output: Output, sources: Sequence[Source], inputs: Mapping[str, Path | None]
) -> str:
    for path in output.paths:
        for name, file in inputs.items():
            if file and file_key(file) == file_key(path):
                return f"is {name}, which is read and not written; take another name"
        for source in sources:
            if source.path and holds(source.path, path):
                return f"would be read as source {shown(source.name)}; write it into another folder"
    return ""


def _problem_with_others(output: Output, others: Sequence[Output]) -> str:
    for mine in output.paths:
        for theirs in (path for other in others for path in other.paths):
            if holds(theirs, mine) or holds(mine, theirs):
                return (
                    f"takes the place of {shown(theirs.name)}, an output above; take another name"
                )
    return ""
