"""What libraries do while they are loaded for features that no board has: left out, so that a start is shorter.

It is a matter of time alone: a version of them that does otherwise does as it likes.
"""

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Final

from typing_extensions import override

PLUGINS: Final = "pydantic.plugin._loader"


def without_plugins() -> None:
    """Let pydantic look for no plugins, for which it would read what every installed package says of itself."""
    sys.modules.setdefault(PLUGINS, _NoPlugins(PLUGINS))


@contextmanager
def own_import() -> Iterator[None]:
    """Keep Python's own import while Qt is loaded: Qt's would read the source of every module that comes after it.

    It looks for `__feature__` there, by which a module asks for other names of Qt's functions.
    """
    own = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = own


class _NoPlugins(ModuleType):
    """Stands for pydantic's search for plugins, and makes way for it where more is asked than that."""

    @staticmethod
    def get_plugins() -> tuple[object, ...]:
        """Return no plugins."""
        return ()

    @override
    def __getattr__(self, name: str) -> object:
        if name.startswith("__") or sys.modules.get(PLUGINS) is not self:
            raise AttributeError(name)
        del sys.modules[PLUGINS]
        return getattr(import_module(PLUGINS), name)
