"""Which characters a statement may hold."""

from __future__ import annotations

import re

#: XML 1.0's forbidden controls, surrogates, non-characters, and U+FFFD, which marks lost text.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff]")
