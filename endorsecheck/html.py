"""A result as one HTML page that needs nothing else: no script, no font, no picture from outside.

A content security policy inside the page forbids everything but its own style sheet. Whatever
endorsers chose to be called is text, and is made visible where it would not show. The filters
are links to anchors and work without a script.

For use on other pages, :func:`endorsecheck.report.format_table` gives a plain table with
``tablefmt="html"``: elements of tables and nothing else.
"""

from __future__ import annotations

import base64
import hashlib

from endorsecheck._pages import layout
from endorsecheck._pages.style import PAGE_STYLE
from endorsecheck.findings import AuditResult
from endorsecheck.models import Profile

__all__ = ["format_page"]


def format_page(result: AuditResult, profile: Profile | None = None) -> str:
    """The whole result as one page: summary, overview, and the people to review with timelines.

    People who can't attest come first. The page is the same, byte for byte, for the same
    records; it opens from a file, prints, and reads well from 360 px on.

    Args:
        result: What :func:`endorsecheck.audit` gave.
        profile: What was audited. With it the page says what else ties the owner to a person:
            a connection, recommendations, endorsements given, all of which a removed connection
            would touch.

    Returns:
        A document in UTF-8 once encoded, to be written with ``encoding="utf-8"``.

    Example:
        >>> import datetime as dt
        >>> import endorsecheck as ec
        >>> from endorsecheck import html
        >>> profile = ec.Profile(owner=ec.Person("Dana Reyes"), as_of=dt.date(2026, 6, 30))
        >>> html.format_page(ec.audit(profile), profile)[:15]
        '<!doctype html>'
    """
    return (
        "<!doctype html>\n"
        '<html lang="en">\n'
        f"<head>\n{_head(result)}</head>\n"
        f"<body>\n{layout.body(result, profile)}</body>\n"
        "</html>\n"
    )


def _head(result: AuditResult) -> str:
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(PAGE_STYLE)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{layout.title(result)}</title>\n"
        f"<style>{PAGE_STYLE}</style>\n"
    )


def _policy(style: str) -> str:
    """Nothing may be loaded, run, framed or sent; the one style sheet is known by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
