"""The outputs: what can be made of a statement, what makes each, and what proves it.

An output is one module that makes it, one that reads it back and proves it, and one row here.

- ``make(content, fallback, means)`` returns a `communique.outputs.draft.Draft` that says what
  `content` says; raises `CommuniqueError` where it cannot.
- ``prove(content, data)`` reads the file back and raises `ProofError` where it does not say all
  that `content` says, once and in order, or says more. It shares no code with what makes the file.

Both are imported only when the output is made, so that this table can be read at every start.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from communique.compose.fallback import Fallback
    from communique.content.content import Content
    from communique.outputs.draft import Draft, Means, Part


class Output:
    """A kind of file that is made of a statement."""

    def __init__(  # noqa: PLR0913  # a row has so many columns
        self,
        name: str,
        suffix: str,
        about: str,
        *,
        paged: bool,
        joins: bool,
        make: str,
        prove: str,
        parts: tuple[str, ...] = (),
        leads: bool = False,
    ) -> None:
        self.name = name
        """What ``--output`` calls it."""
        self.suffix = suffix
        """How the file's name ends."""
        self.about = about
        """A line for whoever chooses."""
        self.paged = paged
        """Whether it has pages, and so is typeset; if not, its notes stand at the end."""
        self.joins = joins
        """Whether cells of its tables may be over several columns or rows."""
        self.parts = parts
        """The outputs that it is put together from."""
        self.leads = leads
        """Whether it leads to the files that are made with it."""
        self._make, self._prove = make, prove

    @property
    def led_to(self) -> bool:
        """Whether what leads to the files that are made with it leads to it."""
        return not (self.leads or self.parts)

    def make(self, content: Content, fallback: Fallback, means: Means) -> Draft:
        """Return the file that says `content`, set in the way of `fallback`, not proven yet."""
        made: Draft = _function(self._make)(content, fallback, means)
        return made

    def prove(self, content: Content, data: bytes, parts: Mapping[str, Part]) -> None:
        """Raise `ProofError` where the file whose bytes are `data` does not say `content`.

        `parts` are the proven ones that it is put together from, by the names of their outputs.
        """
        _function(self._prove)(content, data, *([parts] if self.parts else []))


OUTPUTS = {
    output.name: output
    for output in (
        Output(
            "pdf",
            ".pdf",
            "accessible and archivable, to print and to hand on",
            paged=True,
            joins=True,
            make="communique.outputs.pdf:make",
            prove="communique.prove:prove",
        ),
        Output(
            "text",
            ".txt",
            "plain text for an e-mail, at most 72 columns wide",
            paged=False,
            joins=False,
            make="communique.outputs.text.writing:make",
            prove="communique.outputs.text.proof:prove",
        ),
        Output(
            "html",
            ".html",
            "a web page, in one file",
            paged=False,
            joins=True,
            leads=True,
            make="communique.outputs.web:make",
            prove="communique.outputs.web_proof:prove",
        ),
        Output(
            "eml",
            ".eml",
            "an e-mail to open and send: text and web page, with the PDF attached",
            paged=True,
            joins=True,
            make="communique.outputs.mail:make",
            prove="communique.outputs.mail_proof:prove",
            parts=("text", "html", "pdf"),
        ),
        Output(
            "mail-text",
            ".mail.txt",
            "the plain text below a line with its subject, for programs that send mail",
            paged=False,
            joins=False,
            make="communique.outputs.mail:with_subject",
            prove="communique.outputs.mail_proof:with_subject",
            parts=("text",),
        ),
    )
}
DEFAULT = ("pdf",)
"""What is made if nothing is asked for."""


def _function(name: str) -> Callable[..., Any]:
    """Return the function of a module, given as ``module:function``."""
    from pkgutil import resolve_name  # noqa: PLC0415  # only where something is made

    found: Callable[..., Any] = resolve_name(name)
    return found
