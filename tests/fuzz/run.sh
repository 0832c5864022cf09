#!/usr/bin/env bash
# run.sh PROGRAM READER BUILD: fuzzes one reader for GLADI_FUZZ_SECONDS (20), from the seeds and from what earlier runs found
# worth keeping. What breaks the reader stays in BUILD/found.
set -euo pipefail
program=$1 reader=$2 build=$3
corpus=$build/corpus/$reader
mkdir -p -- "$corpus" "$build/found"
exec "$program" -max_total_time="${GLADI_FUZZ_SECONDS:-20}" -timeout=20 -rss_limit_mb=1500 -max_len=65536 \
  -print_final_stats=1 -verbosity=1 -artifact_prefix="$build/found/$reader-" "$corpus" "$build/seeds/$reader"
