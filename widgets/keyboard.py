"""The letters of the board's own keyboard in each language: rows of keys, what Shift makes of them, rarer letters."""

from dataclasses import dataclass
from typing import Final

Rows = tuple[str, str, str]

FIGURES: Final[Rows] = ("1234567890", "-/:;()%&+", ".,?!'\"#")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyboard:
    """Three rows of keys; `shifted` where Shift does more than capitals; `more`: letters with their marks."""

    rows: Rows
    shifted: Rows | None = None
    more: Rows | None = None

    @property
    def has_capitals(self) -> bool:
        """Tell whether a sentence begins with another form of its letter."""
        return self.shifted is None

    def pages(self) -> tuple[Rows, ...]:
        """Return what the keys can show one after the other: letters, rarer letters, figures and signs."""
        return (self.rows, *((self.more,) if self.more is not None else ()), FIGURES)

    def shift(self, page: int) -> Rows:
        """Return the keys of a page while Shift is on."""
        rows = self.pages()[page]
        if page == 0 and self.shifted is not None:
            return self.shifted
        first, second, third = (row if "ß" in row else row.upper() for row in rows)
        return first, second, third


QWERTY: Final = Keyboard(rows=("qwertyuiop", "asdfghjkl", "zxcvbnm"))
_BY_LANGUAGE: Final = {
    "de": Keyboard(rows=("qwertzuiopü", "asdfghjklöä", "yxcvbnmß")),
    "es": Keyboard(rows=("qwertyuiop", "asdfghjklñ", "zxcvbnm"), more=("áéíóúü", "ñç", "¿¡«»")),
    "fr": Keyboard(rows=("azertyuiop", "qsdfghjklm", "wxcvbnéèà"), more=("âàçéèêë", "îïôœùûü", "æÿ«»")),
    "hi": Keyboard(rows=("ौैाीूबहगदजड़", "ोे्िुपरकतचट", "ंमनवलसय,।"), shifted=("औऐआईऊभङघधझढञ", "ओएअइउफऱखथछठ", "ँणळशषःॉऋृ")),
    "pl": Keyboard(rows=QWERTY.rows, more=("ąćęłńó", "śźż", "„”–")),
}


def keyboard_of(language: str) -> Keyboard:
    """Return the keyboard of a language; others type on QWERTY."""
    return _BY_LANGUAGE.get(language.partition("-")[0], QWERTY)
