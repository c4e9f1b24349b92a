#!/bin/sh
# Writes the files beside this one with the command zstd: the same lines as one frame, and as two and one to skip.
set -e
cd "$(dirname "$0")"
seq 1 20000 | sed 's/^/The council met for the time number /' > lines.txt
zstd -qf -19 lines.txt
{
  head -c 100 lines.txt | zstd -qc --no-check
  tail -c +101 lines.txt | zstd -qc
  printf '\120\052\115\030\004\000\000\000abcd'
} > frames.txt.zst
rm lines.txt
