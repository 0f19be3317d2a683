"""Run every benchmark: `python tests/benchmarks`."""

import run

run.main()
