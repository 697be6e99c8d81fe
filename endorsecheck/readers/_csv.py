"""From text to records of cells, every physical line accounted for.

The module ``csv`` is only given single lines: an open quote makes it swallow the rest of a
file without a word, its limit for the size of a field is a global of the process, and it does
not say on which line a record starts. Lines without a quote, nearly all, are simply split.

A cell that starts with a quote ends at the next quote that is not doubled. That quote is taken
to be a stray character, and the cell to end at the next delimiter, where

* no such second quote exists, or something else than a delimiter or line end follows it; or
* the cell would run over several lines, and one of the lines within, or both the first and
  the last, are rows in their own right: the quotes pair up by chance and swallow rows.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

__all__: list[str] = []

_SHORT = 10_000
"""Characters of a line for which the limit of the module ``csv`` is no matter."""
_ENDS = re.compile("(\r\n|\r|\n)")
_STRETCH = 2**15
"""Characters of a text that are split into lines at a time, and the rest of the last line.

The cells of a stretch stay in the nearest memory of the processor until they are read.
"""


class Record(NamedTuple):
    """One record.

    ``line`` is the physical line it starts on, from 1; ``after`` the index of the line after
    it, from 0; ``strays`` the numbers of the cells with a stray quote.
    """

    line: int
    cells: list[str]
    after: int
    strays: tuple[int, ...] = ()


RowTest = Callable[[list[str]], bool]
"""Whether cells are a row of the table in their own right."""


class Lines:
    """The lines of a text, of which one stretch at a time is split and kept.

    Args:
        text: The content of a file. Lines end with LF, CRLF or CR.

    Attributes:
        filled: How many lines there are but for an empty last one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._has_returns = "\r" in text
        self._places = [0]
        self._numbers = [0]
        self._first = self._end = 0
        self._held: list[str] = []
        self._ends: list[str] = []
        while (after := self._after(self._places[-1] + _STRETCH)) is not None:
            count = self._count(self._places[-1], after)
            self._places.append(after)
            self._numbers.append(self._numbers[-1] + count)
        self._length = self._numbers[-1] + self._count(self._places[-1], len(text)) + 1
        self.filled = self._length - (text[-1:] in "\r\n")

    def _after(self, place: int) -> int | None:
        """Where the first line begins whose end before it is at a place or behind it."""
        if not self._has_returns:
            return self._text.find("\n", place) + 1 or None
        found = _ENDS.search(self._text, place)
        return None if found is None else found.end()

    def _count(self, start: int, end: int) -> int:
        """How many lines end in a stretch."""
        if not self._has_returns:
            return self._text.count("\n", start, end)
        lone, pairs = (self._text.count(each, start, end) for each in ("\r", "\r\n"))
        return self._text.count("\n", start, end) + lone - pairs

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, number: int) -> str:
        place = self._place(number)
        return self._held[place]

    def block(self, number: int, most: int) -> str:
        """Some filled lines from one on, LF behind each: the rest of a stretch, up to a number."""
        at = bisect_right(self._numbers, number) - 1
        is_last = at + 1 == len(self._places)
        after = self.filled if is_last else self._numbers[at + 1]
        if number > self._numbers[at] or after - number > most:
            place = self._place(number)
            return "\n".join([*self._held[place : place + min(most, after - number)], ""])
        text = self._stretch(at)
        if self._has_returns:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text if text.endswith("\n") else f"{text}\n"

    def end(self, number: int) -> str:
        """What ends a line that is not the last."""
        place = self._place(number)
        return self._ends[place] if self._has_returns else "\n"

    def _place(self, number: int) -> int:
        """The place of a line in its stretch, which is held from then on."""
        if not self._first <= number < self._end:
            self._hold(number)
        return number - self._first

    def _hold(self, number: int) -> None:
        """Split the stretch in which a line is."""
        at = bisect_right(self._numbers, number) - 1
        if self._has_returns:
            pieces = _ENDS.split(self._stretch(at))
            self._held, self._ends = pieces[::2], pieces[1::2]
        else:
            self._held = self._stretch(at).split("\n")
        if at + 1 < len(self._places):
            self._held.pop()
        self._first = self._numbers[at]
        self._end = self._first + len(self._held)

    def _stretch(self, at: int) -> str:
        """The text of a stretch, with what ends its last line."""
        start, *after = self._places[at : at + 2]
        return self._text[start : after[0] if after else None]


class Tokenizer:
    """Splits one text into records.

    Args:
        text: The content of a file.
        delimiter: One character between cells.

    Attributes:
        lines: The physical lines of the text.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._delimiter = delimiter
        self.lines = Lines(text)

    def records(self, start: int = 0, is_row: RowTest | None = None) -> Iterator[Record]:
        """The records from a line on; empty lines are none.

        Args:
            start: Index of the first line, from 0.
            is_row: Tells rows that a stray quote would swallow; ``None`` accepts all quotes
                that pair up.
        """
        lines, delimiter, record_of = self.lines, self._delimiter, tuple.__new__
        at, count = start, len(lines)
        while at < count:
            line = lines[at]
            if '"' in line:
                record = self._plainly_quoted(at) or self._quoted(at, is_row)
                at = record.after
                yield record
            else:
                at += 1
                if line.strip(" "):
                    yield record_of(Record, (at, line.split(delimiter), at, ()))

    def _plainly_quoted(self, line: int) -> Record | None:
        """The record on one line whose quotes are beyond doubt, by the module ``csv``."""
        text = self.lines[line]
        if text.count('"') % 2 or len(text) > _SHORT:
            return None
        try:
            (cells,) = csv.reader([text], delimiter=self._delimiter, strict=True)
        except csv.Error:
            return None
        return Record(line + 1, cells, line + 1)

    def _quoted(self, first: int, is_row: RowTest | None) -> Record:
        """The record that starts on a line which holds a quote."""
        cells: list[str] = []
        strays: list[int] = []
        last, at = first, 0
        while at <= len(self.lines[last]):
            line = self.lines[last]
            end = self._closing(last, at, is_row) if line.startswith('"', at) else None
            if end is not None:
                cells.append(self._between(last, at + 1, end).replace('""', '"'))
                last, at = end[0], end[1] + 2
                continue
            until = line.find(self._delimiter, at)
            until = len(line) if until < 0 else until
            cell = line[at:until]
            if cell.count('"') % 2:
                strays.append(len(cells))
                cell = cell.strip('"') if cell.count('"') == 1 else cell
            cells.append(cell)
            at = until + 1
        return Record(first + 1, cells, last + 1, tuple(strays))

    def _closing(self, first: int, at: int, is_row: RowTest | None) -> tuple[int, int] | None:
        """Line and column of the quote that closes the one at ``at``; ``None`` if it is stray."""
        line, place = first, at + 1
        while (place := _single_quote(self.lines[line], place)) < 0:
            line, place = line + 1, 0
            if line == len(self.lines):
                return None
        text = self.lines[line]
        if place + 1 < len(text) and text[place + 1] != self._delimiter:
            return None
        if line > first and is_row is not None and self._swallows(first, line, is_row):
            return None
        return line, place

    def _swallows(self, first: int, last: int, is_row: RowTest) -> bool:
        """Whether a cell over these lines would hold rows."""
        if any(self._is_row(line, is_row) for line in range(first + 1, last)):
            return True
        return self._is_row(first, is_row) and self._is_row(last, is_row)

    def _is_row(self, line: int, is_row: RowTest) -> bool:
        text = self.lines[line]
        cells = text.split(self._delimiter)
        if '"' in text:
            cells = Tokenizer(text, self._delimiter)._quoted(0, None).cells  # noqa: SLF001
        return is_row([cell.strip('"') for cell in cells])

    def _between(self, first: int, at: int, end: tuple[int, int]) -> str:
        last, until = end
        if first == last:
            return self.lines[first][at:until]
        pieces = [self.lines[first][at:]]
        for line in range(first, last):
            pieces.append(self.lines.end(line))
            pieces.append(self.lines[line + 1])
        pieces[-1] = pieces[-1][:until]
        return "".join(pieces)


def _single_quote(line: str, at: int) -> int:
    """Where the next quote stands that is not doubled, -1 if there is none."""
    while (at := line.find('"', at)) >= 0 and line[at + 1 : at + 2] == '"':
        at += 2
    return at
