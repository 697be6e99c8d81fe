"""The errors this library raises: one base class and a child for each kind of fault.

Every message says where (file, row, column or argument), what was found (``repr`` of the
value) and what was expected. No other exception is meant to leave the library for bad data.
"""

from endorsecheck._safe import visible

__all__ = ["DateError", "EndorsecheckError", "ModelError", "ReadError", "RegistryError"]


class EndorsecheckError(Exception):
    """Base class of all errors raised on purpose by endorsecheck.

    Example:
        >>> import endorsecheck as ec
        >>> try:
        ...     ec.parse_date("03/04/2019")
        ... except ec.EndorsecheckError as error:
        ...     print(type(error).__name__)
        DateError
    """

    def __str__(self) -> str:
        """The message, with a stand-in for every character that would not show as itself."""
        return "\n".join(map(visible, super().__str__().split("\n")))


class DateError(EndorsecheckError, ValueError):
    """A text is not a date, or a period allows no day at all.

    Example:
        >>> import endorsecheck as ec
        >>> ec.parse_date("Mar 19")
        Traceback (most recent call last):
        ...
        endorsecheck.exceptions.DateError: 'Mar 19' is not a date: expected a four-digit year
    """


class ModelError(EndorsecheckError, ValueError):
    """A record was given a value of the wrong type or out of range.

    Example:
        >>> import endorsecheck as ec
        >>> ec.Person(name="")
        Traceback (most recent call last):
        ...
        endorsecheck.exceptions.ModelError: Person.name: expected a name or a url, found neither
    """


class RegistryError(EndorsecheckError, ValueError):
    """Statements about organizations contradict each other, run in a circle or cannot be read.

    Example:
        >>> import endorsecheck as ec
        >>> ec.OrganizationRegistry().extended(parents=[("Acme", "Acme")])
        Traceback (most recent call last):
        ...
        endorsecheck.exceptions.RegistryError: ...
    """


class ReadError(EndorsecheckError):
    """A file as a whole cannot be read; what is wrong with single rows is a diagnostic instead.

    Example:
        >>> from endorsecheck.readers import linkedin
        >>> linkedin.read_export("no-such-export.zip")
        Traceback (most recent call last):
        ...
        endorsecheck.exceptions.ReadError: no-such-export.zip: no such file or folder
    """
