"""Topic templates such as "plant/{area}/{line}/{tag}": which topics are wanted, and what their levels are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 500  # characters of a template, and of a topic that is looked at
MOST_LEVELS: Final = 30
_NAME: Final = re.compile(r"\{([A-Za-z][A-Za-z0-9_]{0,39})\}", re.ASCII)


class TopicError(ValueError):
    """A text that is no template of topics; says what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTemplate:
    """A template that is read once and held against many topics."""

    text: str
    filter: str  # what a broker is asked for
    names: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def parse(cls, text: str) -> "TopicTemplate":
        """Return the template of a text; TopicError where it is none."""
        if not text or len(text) > LONGEST or not text.isprintable() or text.startswith("$"):
            raise TopicError(f"a topic of 1 to {LONGEST} characters that does not begin with $")
        levels = text.split("/")
        if len(levels) > MOST_LEVELS:
            raise TopicError(f"a topic of at most {MOST_LEVELS} levels")
        names: list[str] = []
        wanted = [_level(level, is_last=number == len(levels), names=names) for number, level in enumerate(levels, 1)]
        if len(set(names)) != len(names):
            raise TopicError(f"each name once in {text!r}")
        pattern = "/".join(each for _, each in wanted).replace("/.*", "(?:/.*)?") if len(levels) > 1 else wanted[0][1]
        return cls(
            text=text,
            filter="/".join(each for each, _ in wanted),
            names=tuple(names),
            pattern=re.compile(pattern, re.DOTALL),
        )

    def match(self, topic: str) -> Mapping[str, str] | None:
        """Return the levels of a topic by their names, or None where the topic is none of these."""
        found = self.pattern.fullmatch(topic)
        return None if found is None else found.groupdict()


def _level(level: str, *, is_last: bool, names: list[str]) -> tuple[str, str]:
    """Return one level as a broker is asked for it, and as a pattern; its name is added to `names`."""
    if level == "#" and is_last:
        return "#", ".*"
    if level == "+":
        return "+", "[^/]*"
    found = _NAME.search(level)
    if found is None:
        if any(mark in level for mark in "{}+#"):
            raise TopicError(f'names in braces such as "plant/{{line}}/{{tag}}", found {level!r}')
        return level, re.escape(level)
    before, after = level[: found.start()], level[found.end() :]
    if any(mark in before + after for mark in "{}+#"):
        raise TopicError(f"one name in a level, found {level!r}")
    names.append(found[1])
    return "+", f"{re.escape(before)}(?P<{found[1]}>[^/]+){re.escape(after)}"


class Topics:
    """The templates of one source, in the order in which they are tried."""

    def __init__(self, templates: tuple[TopicTemplate, ...]) -> None:
        """Keep every name there is, so that a topic which lacks one has it empty."""
        self.templates = templates
        self._none = dict.fromkeys((name for template in templates for name in template.names), "")

    @property
    def names(self) -> frozenset[str]:
        """Return the names that any of the templates gives."""
        return frozenset(self._none)

    @property
    def filters(self) -> tuple[str, ...]:
        """Return what a broker is asked for, each once."""
        return tuple(dict.fromkeys(template.filter for template in self.templates))

    def match(self, topic: str) -> Mapping[str, str] | None:
        """Return the levels of a topic by the first template that fits, or None where none does."""
        if len(topic) > LONGEST:
            return None
        for template in self.templates:
            found = template.match(topic)
            if found is not None:
                return {**self._none, **found}
        return None
