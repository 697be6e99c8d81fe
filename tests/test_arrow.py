"""Batches of Arrow: profiles in, findings out."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from scenarios import scenarios, stated

import endorsecheck as ec

pa = pytest.importorskip("pyarrow", reason="needs the extra arrow")

from endorsecheck import arrow  # noqa: E402 # after pyarrow is known to be there
