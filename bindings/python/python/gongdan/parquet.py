"""Tables that leave as Parquet: by pyarrow where it is installed, a batch or two in memory."""

from __future__ import annotations

import importlib
import os
from typing import Any, Callable

from .errors import AlreadyExists
from .lists import Path, named


def is_parquet(path: Path) -> bool:
    """Whether a path ends so."""
    return named(path).lower().endswith(".parquet")


def written(library: Callable[[str, str], Any], stream: Any, path: Path, replace: bool) -> int:
    """Writes a stream beside the path, puts it there when it is whole, and says how many rows it has."""
    pyarrow, name = library("pyarrow", "save() of .parquet"), named(path)
    parquet = importlib.import_module("pyarrow.parquet")
    if not replace and os.path.lexists(name):
        raise AlreadyExists(f"{name} stands already and is not overwritten", f"{name} 已经存在,未覆盖")
    folder, last = os.path.split(name)
    beside = os.path.join(folder, f".{last}.{os.getpid()}.part")
    rows = 0
    try:
        reader = pyarrow.RecordBatchReader.from_stream(stream)
        with parquet.ParquetWriter(beside, reader.schema, compression="zstd") as file:
            for batch in reader:
                file.write_batch(batch)
                rows += batch.num_rows
        os.replace(beside, name)
    finally:
        if os.path.exists(beside):
            os.remove(beside)
    return rows
