"""Long names in other scripts than ours, in the place of every name that people gave."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from board.views.frame import PageTab
from board.views.sicb import Path
from board.views.sources import LastValue

NAMES: Final[Mapping[str, str]] = {
    "latin": "Łucja Gwiżdż-Brzęczyszczykiewicz, Straße 7 – Ő, Ű, ǅ",
    "devanagari": "श्रीनिवास कृष्णमूर्ति वेंकटरामनन – बोतल भरने की लाइन क्रमांक ३, उत्तरी कक्ष",
    "arabic": "عبد الرحمن بن محمد الفيصل – خط تعبئة القوارير الزجاجية، القاعة الشمالية",
    "chinese": "欧阳明月·可回收玻璃瓶灌装生产线三号，北侧大厅，轮班组长办公室",
}
GIVEN: Final = frozenset({"name", "title", "owner", "text", "who", "kpi_name", "group", "by", "subject"})
"""Fields of a view that hold what people wrote."""
GIVEN_IN: Final[Mapping[type[object], frozenset[str]]] = {
    Path: frozenset({"site", "area", "line"}),
    LastValue: frozenset({"measure", "node"}),
}
"""Fields that do so in these, and hold ids elsewhere."""
OVER: Final = ("normal", "lines", "letters", "letter", "bowling", "changes", "sources")
"""One scene of each page."""


def renamed(value: Any, name: str) -> Any:
    """Return a view in which everything that people named bears that name."""
    if type(value) is tuple:
        return tuple(renamed(one, name) for one in value)
    if not is_dataclass(value) or isinstance(value, type | PageTab):
        return value
    given = GIVEN_IN.get(type(value), GIVEN)
    found = {one.name: (getattr(value, one.name), one.name in given) for one in fields(value)}
    return replace(
        value,
        **{
            key: name if is_given and isinstance(one, str) and one else renamed(one, name)
            for key, (one, is_given) in found.items()
        },
    )
