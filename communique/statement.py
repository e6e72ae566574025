"""The model: what a statement is made of, every field with its type and its meaning.

`FrontMatter` is what an author writes above the text. Its docstrings are the reference: the JSON
Schema of ``build.py --schema`` and the table in the documentation are made from them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from communique.body import Body

#: A date, or a date and time with or without a zone (ISO 8601, RFC 3339 with a blank allowed).
_MOMENT = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)[ ]?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?\Z"
)
#: Vienna Convention on the Law of Treaties, article 33: only where the parties agreed it are
#: several texts equally authentic.
AUTHENTICITY = ("original", "authentic", "translation")
DATE_HINT = "write it as 2023-09-29, or with a time as 2023-09-29 16:06"


def refuse(wrong: str, instead: str) -> PydanticCustomError:
    """Return the error that `communique.fields` turns into a fault with these two parts."""
    return PydanticCustomError("fault", "{wrong}", {"wrong": wrong, "instead": instead})


def _text(value: object) -> str:
    """Take text as text: a bare number, true, false or nothing is none until it is quoted."""
    means = getattr(value, "means", "text")
    if not isinstance(value, str):
        raise refuse(f"it is {_name(value)} where text is expected", "write a line of text")
    if means == "nothing" or not value.strip():
        raise refuse("it is empty", "write its text, or leave the key out")
    if means != "text":
        raise refuse(f"{value} is {means} to YAML", f"put it in quotes: '{value}'")
    return " ".join(value.split())


def _name(value: object) -> str:
    return "a group of keys" if isinstance(value, dict) else "a list"


def _number_or_text(value: object) -> str:
    return _text(str(value)) if getattr(value, "means", "") == "a number" else _text(value)


def _address(value: object) -> str:
    address = _text(value)
    if not re.match(r"https?://\S+\Z", address):
        raise refuse(f"{address} is not a web address", "begin with https://, without blanks")
    return address


def _flag(value: object) -> bool:
    answer = {"true": True, "false": False}.get(str(value).lower())
    if answer is None or not isinstance(value, str):
        raise refuse(f"{_shown(value)} is neither true nor false", "write true or false")
    return answer


def _shown(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else _name(value)


def moment(value: object) -> date | datetime:
    """Return the date, or date and time, written in `value`; raises what `refuse` returns."""
    text = value.strip() if isinstance(value, str) else ""
    match = _MOMENT.match(text)
    if match is None:
        raise refuse(f"{_shown(value)} is not a date", DATE_HINT)
    day, time, zone = match.group("date", "time", "zone")
    try:
        if time is None:
            return date.fromisoformat(day)
        return datetime.fromisoformat(f"{day}T{time}{zone or ''}")
    except ValueError:
        wrong = f"there is no such day or time as {text}"
        raise refuse(wrong, DATE_HINT) from None


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Number = Annotated[
    str, BeforeValidator(_number_or_text), WithJsonSchema({"type": ["string", "number"]})
]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Moment = Annotated[
    date | datetime,
    BeforeValidator(moment),
    WithJsonSchema(
        {"type": "string", "pattern": _MOMENT.pattern.replace(r"\Z", "$").replace("?P<", "?<")}
    ),
]


def _authenticity(value: object) -> str:
    if value not in AUTHENTICITY:
        wrong = f"{_shown(value)} is none of the known"
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


class Model(BaseModel):
    """The base of all that is written in YAML: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Phrase(Model):
    """A text that may be in another language than the statement."""

    text: Text
    """The text."""
    language: Text | None = None
    """Its language (BCP 47) where it is not that of the statement."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"text": value}

    def __str__(self) -> str:
        return self.text


def _phrase_schema(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "string", "minLength": 1}, schema]}


class Issuer(Model):
    """A party that speaks: at least one of name, office, organisation and country."""

    name: Phrase | None = None
    """The person's name, e.g. Mette Frederiksen."""
    office: Phrase | None = None
    """The person's office, e.g. Prime Minister."""
    organisation: Phrase | None = None
    """The organisation or body, e.g. NATO."""
    country: Phrase | None = None
    """The country, e.g. Denmark."""
    styled: Phrase | None = None
    """How the by-line names the party, e.g. the Prime Minister of Denmark, Mette Frederiksen."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Issuer:
        if not any((self.name, self.office, self.organisation, self.country)):
            raise refuse(
                "this issuer has no name, office, organisation or country",
                "give at least one of the four",
            )
        return self

    @property
    def party(self) -> Phrase | None:
        """The short name for the masthead: the country, or else the organisation, or the name."""
        return self.country or self.organisation or self.name or self.office


class FrontMatter(Model):
    """What stands above the text, between two lines of three hyphens. Only `title` is needed."""

    title: Phrase
    """The title, heading 1 of the document."""
    subtitle: Phrase | None = None
    """A second line under the title."""
    kind: Phrase | None = None
    """The kind of document, e.g. joint statement. Known kinds appear in the reader's language."""
    language: Text | None = None
    """The language (BCP 47), e.g. en. Agrees with the file's name; needed where that has none."""
    issued: Moment | None = None
    """The date of issue, e.g. 2023-09-29, or date and time."""
    updated: Moment | None = None
    """The date, or date and time, of the last change. Printed as written where it has no zone."""
    place: Phrase | None = None
    """Where the statement was made."""
    event: Phrase | None = None
    """The occasion, without an article, e.g. Copenhagen Quantum Conference."""
    issuers: tuple[Issuer, ...] = ()
    """The parties, in the order in which they are to be named."""
    byline: Phrase | None = None
    """The by-line, only where it cannot be composed from the issuers; none prints no by-line."""
    symbol: Number | None = None
    """The document's number or symbol, e.g. PO/2023/0153."""
    url: Address | None = None
    """Where the statement stands on the web."""
    contact: Phrase | None = None
    """Whom the press may ask: a line of text, printed after the statement."""
    keywords: tuple[Text, ...] = ()
    """Words for the catalogue; they go into the PDF's metadata and are not printed."""
    abbreviations: dict[str, Text] = Field(default_factory=dict)
    """What abbreviations of the text stand for; screen readers say it, it is not printed."""
    authenticity: Authenticity | None = None
    """original, authentic or translation: what this text is among its language versions."""
    numbered: Flag = False
    """true numbers the paragraphs."""
    theme: Text | None = None
    """The look, a file's name in templates/themes without its ending."""


def earlier(one: date, other: date) -> bool:
    """Tell whether `one` is before `other`, as exactly as both are known.

    Two times are compared by instant where both have a zone, as written where neither has one,
    and otherwise by day.
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        if bool(one.tzinfo) == bool(other.tzinfo):
            return one < other
        return one.date() < other.date()
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in (one, other)]
    return days[0] < days[1]


@dataclass(frozen=True)
class Image:
    """A picture that the statement shows: its bytes and their media type, e.g. image/png."""

    data: bytes
    media_type: str


@dataclass(frozen=True)
class Statement:
    """One statement as read: front matter, text, and where each came from."""

    path: Path
    slug: str
    """The file's name without language and ending."""
    language: str
    """BCP 47."""
    matter: FrontMatter
    body: Body
    source: bytes
    """The file itself, byte for byte."""
    images: Mapping[str, Image] = field(default_factory=dict)
    """The pictures of the body, by the address the author wrote."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each front-matter key."""

    beside: Statement | None = None
    """The version in another language that stands beside it in a parallel edition."""

    @property
    def versions(self) -> tuple[Statement, ...]:
        """The statement, and the version beside it if there is one."""
        return (self, self.beside) if self.beside else (self,)

    def line(self, key: str) -> int:
        """Return the line of the front-matter `key`, or 1 where it is not written."""
        return self.lines.get(key, 1)
