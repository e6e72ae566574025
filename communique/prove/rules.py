"""The table of rules: what has to be so before a PDF is delivered, in the order of looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove import corrections, fields, form, ink, margins, origin, place, words
from communique.prove.appearance import (
    breaks,
    cells,
    contrast,
    divisions,
    heights,
    means,
    order,
    pictures,
    raised,
    shape,
    visible,
)
from communique.prove.arrangement import (
    copying,
    counterparts,
    full_lines,
    in_text,
    labels,
    line_ends,
    neighbours,
    picture_places,
    spaces,
    terms,
)
from communique.prove.changes import counts, drawn, front, moves, regained
from communique.prove.corrections import room
from communique.prove.letters import characters, second_engine
from communique.prove.negotiation import (
    brackets,
    grounds,
    line_numbers,
    own_words,
    paragraph_numbers,
)
from communique.prove.place import theme_foot
from communique.prove.tagging import tag_index, tag_tree, tags
from communique.prove.turned import alternat

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

    Rule = Callable[[Content, Reading, Faults], None]

#: What holds for the pages of every statement: nothing hides what they say, or adds to it.
OF_PAGES: tuple[Rule, ...] = (
    means.known_means,
    tags.untagged,
    second_engine.second_reading,
    visible.nothing_hidden,
    visible.overprints,
    in_text.nothing_drawn,
    contrast.standing_out,
)
RULES: tuple[Rule, ...] = (
    origin.every_origin,
    words.every_word,
    fields.every_field,
    corrections.every_correction,
    room.one_page,
    margins.every_margin,
    line_numbers.every_line,
    paragraph_numbers.every_number,
    own_words.every_own_word,
    alternat.own_order,
    alternat.own_side,
    alternat.own_words,
    tags.roles,
    tags.languages,
    tags.links,
    tags.link_areas,
    tags.expansions,
    tags.inner_words,
    tags.untagged,
    tag_tree.nesting,
    tag_tree.properties,
    tag_index.root,
    tag_index.parents,
    tag_index.references,
    ink.glyphs,
    ink.fonts,
    ink.embedding,
    ink.sizes,
    ink.stress,
    brackets.all_marked,
    grounds.every_ground,
    place.areas,
    theme_foot.room,
    place.empty_pages,
    place.notes,
    place.last_page,
    place.annexes,
    form.metadata,
    form.bookmarks,
    form.landings,
    form.attachments,
    form.catalog,
    form.paper,
    means.known_means,
    shape.upright_letters,
    heights.full_height,
    heights.raised_calls,
    raised.raised_and_lowered,
    characters.own_characters,
    second_engine.second_reading,
    pictures.every_picture,
    visible.nothing_hidden,
    contrast.standing_out,
    visible.overprints,
    in_text.nothing_drawn,
    divisions.whole_words,
    spaces.own_spaces,
    line_ends.own_lines,
    line_ends.own_figures,
    full_lines.ends,
    neighbours.texts_apart,
    neighbours.names_together,
    neighbours.sources_near,
    order.reading_order,
    copying.drawn_in_order,
    labels.beside_their_texts,
    labels.further_in,
    terms.beside_their_names,
    counterparts.side_by_side,
    breaks.every_break,
    cells.rows_and_columns,
    pictures.own_files,
    picture_places.own_places,
    tag_tree.boxes,
    regained.both_versions,
    moves.in_pairs,
    front.title_told,
    front.values_told,
    counts.summary_told,
    drawn.lines_drawn,
    drawn.bars_drawn,
    drawn.pictures_barred,
)
