"""Audit many profiles with Spark, here on this machine; Java must be installed.

    python examples/audit_fleet_spark.py [--count N]

Spark hands Arrow batches to Python, and ``audit_batches`` is what it calls on each partition.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from typing import Any

from fleet_profiles import profile


def lacking() -> str | None:
    """What has to be installed first, if anything."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return "Java 17 or newer"
    try:
        import pandas  # noqa: F401, ICN001, PLC0415 # Spark asks for it
        import pyarrow  # noqa: F401, ICN001, PLC0415 # need not be installed
        import pyspark  # noqa: F401, PLC0415 # need not be installed
    except ImportError as error:
        return f"{error.name}: pip install 'pyspark[sql]' 'endorsecheck[arrow]'"
    return None


def session() -> Any:  # noqa: ANN401 # pyspark has no types where it is not installed
    """Spark on two cores of this machine."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 # need not be installed

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return (
        SparkSession.builder.master("local[2]")
        .appName("audit")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .getOrCreate()
    )


def run(count: int) -> None:
    """Audit on Spark; print how many endorsements have each verdict."""
    import pyarrow as pa  # noqa: PLC0415 # need not be installed
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 # the same

    from endorsecheck.arrow import (  # noqa: PLC0415 # the same
        FINDINGS,
        audit_batches,
        profiles_to_batch,
    )

    spark = session()
    try:
        rows = profiles_to_batch((str(number), *profile(number)) for number in range(count))
        profiles = spark.createDataFrame(pa.Table.from_batches([rows])).repartition(4)
        findings = profiles.mapInArrow(audit_batches, from_arrow_schema(FINDINGS))
        for row in findings.groupBy("verdict").count().orderBy("verdict").collect():
            print(f"{row['verdict']}: {row['count']}")
    finally:
        spark.stop()


def main(arguments: list[str]) -> int:
    """Say what is missing, or audit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=500, help="how many profiles to invent")
    options = parser.parse_args(arguments)
    missing = lacking()
    if missing is not None:
        print(f"audit_fleet_spark.py needs {missing}", file=sys.stderr)
        return 2
    run(options.count)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
