"""Batches of Arrow: profiles in, findings out."""

from __future__ import annotations

import pytest

pa = pytest.importorskip("pyarrow", reason="needs the extra arrow")

