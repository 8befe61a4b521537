"""The analyst's notebook runs, and draws its pictures."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess
import sys

import pytest

from conftest import ROOT


# The kernel's own machinery warns on the newest Pythons; that is no concern of the notebook.
@pytest.mark.filterwarnings("ignore")
def test_the_analysts_notebook_runs(tmp_path: pathlib.Path) -> None:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(ROOT / "examples/analyst.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "committed without outputs"
    NotebookClient(
        notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    kinds = [kind for output in outputs for kind in output.get("data", {})]
    assert kinds.count("image/png") >= 1 and kinds.count("text/html") >= 4
    assert (tmp_path / "2020-09.md").exists()
    executed = os.environ.get("GONGDAN_NOTEBOOK")
    if executed:
        nbformat.write(notebook, executed)


def test_its_cells_run_twice_without_a_warning(tmp_path: pathlib.Path) -> None:
    cells = json.loads((ROOT / "examples/analyst.ipynb").read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    program = tmp_path / "notebook.py"
    program.write_text("\n".join(code), encoding="utf-8")
    for _ in range(2):
        command = [sys.executable, "-W", "error", str(program)]
        quiet = {**os.environ, "MPLBACKEND": "template"}
        done = subprocess.run(command, cwd=tmp_path, env=quiet, capture_output=True, text=True, timeout=240)
        assert (done.returncode, done.stderr) == (0, "")
