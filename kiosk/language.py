"""Which language a wall speaks: the one that was touched, else the screen's own, else the site's."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Tongue:
    """The languages that are asked for, by their tags.

    What was touched is spoken until something else is, or until the next start: a minute of quiet does not take it
    back, because a huddle lasts longer, and a plant that wants it for good says so in the settings of the screen.
    """

    site: str
    screen: str | None = None
    touched: str | None = None

    @property
    def tag(self) -> str:
        """Return what is to be spoken. The site's own language, touched, is the site's with its country."""
        usual = self.screen or self.site
        if self.touched is None:
            return usual
        of_country = (tag for tag in (usual, self.site) if tag.partition("-")[0] == self.touched)
        return next(of_country, self.touched)
