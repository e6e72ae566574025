"""What goes wrong where a file is read: the file's fault, or ours."""

from __future__ import annotations

import pytest

from communique.pdf_reading.objects import UnreadableError, guarded


@pytest.mark.parametrize("error", [KeyError("/Pages"), UnboundLocalError("x"), RecursionError()])
def test_what_a_file_may_lead_to_makes_it_unreadable(error: Exception) -> None:
    @guarded
    def read() -> None:
        raise error

    with pytest.raises(UnreadableError, match=type(error).__name__):
        read()


@pytest.mark.parametrize(
    "error", [NameError("x"), ImportError("x"), SyntaxError("x"), UnreadableError("it has no end")]
)
def test_what_no_file_is_the_cause_of_stays_what_it_is(error: Exception) -> None:
    @guarded
    def read() -> None:
        raise error

    with pytest.raises(type(error)) as raised:
        read()
    assert raised.value is error
