"""The values that an author writes: text, numbers, dates, addresses, each with its own message."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from communique.model import times

#: A date, or a date and time with or without a zone (ISO 8601, RFC 3339 with a space allowed).
_MOMENT = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)[ ]?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?\Z"
)
#: A time with the name of a zone, or with what is no zone that can be read.
_NAMED_ZONE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2})[ (]+[A-Z+-][\w:+-]*\)?"
)
#: A year is printed as a number, so an earlier one would lose the zeros before it.
_FIRST_DAY = "1000"
#: Vienna Convention on the Law of Treaties, article 33: only where the parties agreed it are
#: several texts equally authentic.
AUTHENTICITY = ("original", "authentic", "translation")
DATE_HINT = "write it as 2023-09-29, or with a time as 2023-09-29 16:06"


def refuse(wrong: str, instead: str, *, is_nothing: bool = False) -> PydanticCustomError:
    """Return the error that becomes a fault with these parts (`communique.design.validation`).

    Where the value `is_nothing`, its key may be left out instead, unless it is needed.
    """
    parts = {"wrong": wrong, "instead": instead, "is_nothing": is_nothing}
    return PydanticCustomError("fault", "{wrong}", parts)


#: Spaces and line ends, which become one space each; the wide one of Chinese and Japanese is kept.
_SPACES = re.compile(r"[^\S\u3000]+")


def _text(value: object) -> str:
    """Take text as text: a bare number, true, false or nothing is none until it is quoted."""
    means = getattr(value, "means", "text")
    if not isinstance(value, str):
        raise refuse(f"it is {_name(value)} where text is expected", _one_line(value))
    if means == "nothing" and value:
        wrong, instead = f"{value} is read by YAML as nothing", f"put it in quotes: '{value}'"
        raise refuse(wrong, instead, is_nothing=True)
    if not value.strip():
        raise refuse("it is empty", "write its text", is_nothing=True)
    if means != "text":
        raise refuse(f"{value} is {means} to YAML", f"put it in quotes: '{value}'")
    return _SPACES.sub(" ", value.strip())


def _one_line(value: object) -> str:
    """Return what to write where a list of texts, or another value, is to be a line of text."""
    items = value if isinstance(value, list) else []
    if len(items) > 1 and all(isinstance(item, str) for item in items):
        line = "; ".join(items)
        mark = '"' if "'" in line else "'"
        return f"write one line of text, with semicolons between its parts: {mark}{line}{mark}"
    return "write a line of text"


def _name(value: object) -> str:
    return "a group of keys" if isinstance(value, dict) else "a list"


def _number_or_text(value: object) -> str:
    return _text(str(value)) if getattr(value, "means", "") == "a number" else _text(value)


def _address(value: object) -> str:
    address = _text(value)
    if not re.match(r"https?://\S+\Z", address):
        raise refuse(f"{address} is not a web address", "begin with https://, without spaces")
    return address


def _flag(value: object) -> bool:
    answer = {"true": True, "false": False}.get(str(value).lower())
    if answer is None or not isinstance(value, str):
        raise refuse(f"{_shown(value)} is neither true nor false", "write true or false")
    return answer


def _depth(value: object) -> bool | int:
    depths = {"true": True, "false": False} | {str(levels): levels for levels in range(1, 6)}
    depth = depths.get(str(value).lower())
    if depth is None or not isinstance(value, str):
        wrong = f"{_shown(value)} is neither true nor false, nor a number of levels from 1 to 5"
        raise refuse(wrong, "write true, false, or a number such as 2")
    return depth


def _shown(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else _name(value)


def moment(value: object) -> date | datetime:
    """Return the date, or date and time, written in `value`; raises what `refuse` returns."""
    text = value.strip() if isinstance(value, str) else ""
    match = _MOMENT.match(text)
    if match is None:
        zoned = _NAMED_ZONE.fullmatch(text)
        wrong = "it is empty" if value == "" else f"{_shown(value)} is not a date"
        if zoned:
            instead = f"write its zone as {zoned[1]}+01:00, hours and minutes ahead of UTC"
            raise refuse(wrong, instead)
        parts = {"wrong": wrong, "instead": DATE_HINT, "date": text}
        raise PydanticCustomError("fault", "{wrong}", parts)
    if slip := times.slip(text):
        raise refuse(*slip)
    day, time, zone = match.group("date", "time", "zone")
    if day < _FIRST_DAY:
        raise refuse(f"{day[:4]} is no year from 1000 on", DATE_HINT)
    try:
        if time is None:
            return date.fromisoformat(day)
        return datetime.fromisoformat(f"{day}T{time}{zone or ''}")
    except ValueError:
        wrong = f"there is no such day or time as {text}"
        parts = {"wrong": wrong, "instead": DATE_HINT, "date": "" if time else day}
        raise PydanticCustomError("fault", "{wrong}", parts) from None


def _keyword(value: object) -> str:
    """Take text without a comma: the keywords of a PDF are one text, which commas divide."""
    words = _text(value)
    if "," in words:
        items = ", ".join(filter(None, map(str.strip, words.split(","))))
        raise refuse(
            f"“{words}” has a comma, which divides keywords in a PDF",
            f"write it without, or as items of their own: [{items}]",
        )
    return words


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Keyword = Annotated[
    str,
    BeforeValidator(_keyword),
    WithJsonSchema({"type": "string", "minLength": 1, "pattern": "^[^,]*$"}),
]
Number = Annotated[
    str, BeforeValidator(_number_or_text), WithJsonSchema({"type": ["string", "number"]})
]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Depth = Annotated[
    bool | int, BeforeValidator(_depth), WithJsonSchema({"type": ["boolean", "integer"]})
]
Moment = Annotated[
    date | datetime,
    BeforeValidator(moment),
    WithJsonSchema(
        {"type": "string", "pattern": _MOMENT.pattern.replace(r"\Z", "$").replace("?P<", "?<")}
    ),
]


def _authenticity(value: object) -> str:
    if value not in AUTHENTICITY:
        wrong = f"{_shown(value)} is not one of the three"
        raise refuse(wrong, f"write {', '.join(AUTHENTICITY[:-1])} or {AUTHENTICITY[-1]}")
    return str(value)


Authenticity = Annotated[
    Literal["original", "authentic", "translation"], BeforeValidator(_authenticity)
]
Address = Annotated[
    str,
    BeforeValidator(_address),
    WithJsonSchema({"type": "string", "pattern": r"^https?://\S+$"}),
]


def canonical(tag: str) -> str:
    """Return `tag` in the case that RFC 5646, section 2.1.1 recommends: ``zh-Hans-CN``."""
    tag, *extension = re.split(r"(?=-\w-)", tag, maxsplit=1)
    first, *parts = tag.split("-")
    forms = {2: str.upper, 4: str.title}
    cased = (forms.get(len(part) * part.isalpha(), str.lower)(part) for part in parts)
    return "-".join((first.lower(), *cased)) + "".join(extension).lower()


Tag = Annotated[Text, AfterValidator(canonical)]
"""The tag of a language (BCP 47), in canonical form however it is written."""


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put what stands beneath each field in the source of `model` into its JSON Schema.

    Pydantic would read all sources at every start (its `use_attribute_docstrings`): 40 ms. Where
    the program is installed without its sources, the schema has no descriptions.
    """
    import ast  # noqa: PLC0415  # a schema is rarely asked for
    import inspect  # noqa: PLC0415

    try:
        source = inspect.getsource(model)
    except OSError:
        return
    (declared,) = ast.parse(source).body
    assert isinstance(declared, ast.ClassDef)  # noqa: S101  # for mypy
    for field, said in pairwise(declared.body):
        match field, said:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                schema["properties"][name]["description"] = inspect.cleandoc(text)


class Model(BaseModel):
    """The base of all that is written in YAML: unknown keys are refused, values never change."""

    # A model that is a part of others is not built by itself, too (defer_build).
    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, json_schema_extra=_describe
    )


class Phrase(Model):
    """A text that may be in another language than the statement."""

    text: Text
    """The text."""
    language: Tag | None = None
    """Its language (BCP 47) where it is not that of the statement."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"text": value}

    def __str__(self) -> str:
        return self.text
