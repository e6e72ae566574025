"""What a line may not do to the terminal that shows it: steer it, or turn words around."""

from __future__ import annotations

#: U+0000 to U+001F, U+007F to U+009F, two ends of lines, and nine signs of directions.
_STEERING = {
    code: ascii(chr(code))[1:-1]
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}


def harmless(line: str) -> str:
    """Return a `line` in which what steers a terminal or turns words around is seen instead.

    So are control characters (ECMA-48), ends of lines, and the embeddings, overrides and isolates
    of writing directions (UAX 9, 2.1 to 2.4). Spaces and joiners of a language stay.
    """
    return line.translate(_STEERING)
