"""What the engine may fetch: nothing but the data that the page carries itself."""

from __future__ import annotations

from typing import Any

from weasyprint.urls import URLFetcher


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Opens ``data:`` addresses and refuses all others: no file, no network, no redirect."""

    def __init__(self) -> None:
        super().__init__(
            timeout=1, allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True
        )

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return the response for `url`; raises ValueError unless it is data that can be read."""
        if not url.lower().startswith("data:"):
            raise ValueError(f'nothing outside the page is fetched, as "{url}"')
        try:
            return super().fetch(url, headers)
        except ValueError as error:
            raise ValueError(f'"{url}" cannot be read ({error})') from error
