"""Files on their way to the disk."""

from __future__ import annotations

from .errors import AlreadyExists


def written(name: str, content: bytes, replace: bool) -> None:
    """Writes a new file; what stands there already only when it is to be replaced."""
    try:
        with open(name, "wb" if replace else "xb") as file:
            file.write(content)
    except FileExistsError as stands:
        english = f"{name} stands already and is not overwritten"
        raise AlreadyExists(english, f"已有内容,不予覆盖({name})") from stands
