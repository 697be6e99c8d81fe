"""The page behind :mod:`endorsecheck.html`, piece by piece."""
