"""The project's own files, as the tests of the house see them."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("board", "themes", "widgets", "kiosk")
NOT_OURS = {"__pycache__", "build", "dist", "out"}


def files() -> list[Path]:
    """Return every file of the project relative to its root: what git keeps, or what lies there where git is not."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return sorted(Path(name) for name in listed.split("\0") if name and (ROOT / name).exists())
    return sorted(path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file() and _is_ours(path))


def python_files() -> list[Path]:
    """Return every Python file of the project relative to its root."""
    return [path for path in files() if path.suffix == ".py"]


def _is_ours(path: Path) -> bool:
    """Tell whether a file is none that a tool left behind."""
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") for part in parts) and parts[0] not in (".ci", ".gitignore")
    return not hidden and not NOT_OURS & set(parts) and not any(part.endswith(".egg-info") for part in parts)
