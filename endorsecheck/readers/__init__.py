"""Readers: the only part of the library that opens files. Each gives models and diagnostics."""
