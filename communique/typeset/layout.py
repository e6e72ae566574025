"""Laying out: the engine, with all that is changed in it until the PDF is written."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from communique.typeset import patches, tags
from communique.typeset.lines import (
    balance,
    bars,
    columns,
    heads,
    numbers,
    signatures,
    stuck,
    whole,
    whole_words,
)
from communique.typeset.pages import addresses, dividing, notes, pictures

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def changed() -> Iterator[None]:
    """Let the engine lay out and tag as we want it; ``docs/engine.md`` has the reasons."""
    with ExitStack() as changes:
        changes.enter_context(patches.tagging(tags.add_tags))
        for change in (
            patches.rows_together,
            patches.lines_in_order,
            patches.last_spaces_hang,
            patches.room_at_the_start,
            notes.notes_in_order,
            notes.notes_at_their_calls,
            notes.notes_keep_their_room,
            dividing.divided_where_there_is_room,
            dividing.led_from,
            dividing.parted_from_what_leads,
            addresses.addresses_on_one_page,
            addresses.addresses_on_one_page_above,
            pictures.pictures_in_their_room,
            pictures.pictures_from_the_right,
            whole_words.whole_words,
            whole.whole_runs,
            whole.addresses_in_tables,
            stuck.divided_beside_signs,
            balance.balanced_titles,
            columns.whole_values,
            heads.heads_that_fit,
            signatures.signed_on_one_line,
            numbers.numbered_lines,
            bars.change_bars,
        ):
            changes.enter_context(change())
        yield
