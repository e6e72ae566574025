"""How far letters and spaces stand from where their font has them."""

from __future__ import annotations


class Distances:
    """Takes the glyphs of a run of text one by one, and measures in em."""

    __slots__ = ("_before", "_letters", "_moved", "_space", "narrowest", "nearest")

    def __init__(self) -> None:
        self._letters = 0
        self._moved = self._space = self._before = 0.0
        self.nearest = 0.0
        """How much closer that letter stands which is moved most."""
        self.narrowest = 1.0
        """The narrowest space, as a part of the font's own."""

    @property
    def closer(self) -> float:
        """How much closer letters stand, each on average; below 0 if they stand wider."""
        return self._moved / max(self._letters, 1)

    def add(self, shift: float, width: float, *, inks: bool) -> None:
        """Take a glyph of that `width` that is moved back by `shift`: a letter if it `inks`.

        A letter and a space may be kerned; what is taken on both sides of a space is no kerning.
        """
        if not width:
            return  # a mark over a letter
        if not inks:
            if not self._space:
                self._before = shift
            self._space += width
            return
        if self._space:
            lost = max(shift, 2 * min(self._before, shift))
            self.narrowest = min(self.narrowest, 1 - lost / self._space)
            self._space = 0.0
        else:
            self._moved += shift
            self.nearest = max(self.nearest, shift)
        self._letters += 1
