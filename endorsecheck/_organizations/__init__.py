"""Organization identity behind :mod:`endorsecheck.organizations`: names, knowledge, relations."""
