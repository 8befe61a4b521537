"""The analyst's notebook runs, and draws its pictures."""

from __future__ import annotations

import os
import pathlib

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
