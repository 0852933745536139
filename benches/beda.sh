#!/usr/bin/env bash
# Times whole processes in turn: `naskah beda` of two versions of the 2025 decree, as a redline, against `naskah susun` of
# the newer one. Prints medians of processor time and their ratio; judges nothing.
#
#   benches/beda.sh [RUNS]          needs GNU time at /usr/bin/time
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-11}
old=data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --release --quiet
naskah=$PWD/target/release/naskah
# Every year moved, one verb replaced: nearly every row has changed.
sed -e 's/2025/2026/g' -e 's/Menyusun/Merumuskan/g' "$old" > "$work/baru.yaml"

susun() { "$naskah" susun "$work/baru.yaml" --konsep -o "$work/susun.pdf" --timpa; }
beda() { "$naskah" beda "$old" "$work/baru.yaml" --format pdf -o "$work/beda.pdf" --timpa; }
export -f susun beda
export naskah old work
beda
for ((i = 0; i < runs; i++)); do
  for what in susun beda; do
    /usr/bin/time -a -o "$work/$what" -f '%U %e' bash -c "$what" 2> "$work/said"
  done
done

median() { sort -n -k"$2" "$1" | awk -v k="$2" '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'; }
for column in 1 2; do
  a=$(median "$work/susun" $column); b=$(median "$work/beda" $column)
  unit=$([ $column = 1 ] && echo "s of processor" || echo "s wall")
  awk -v a="$a" -v b="$b" -v u="$unit" 'BEGIN { printf "susun %s  beda %s  %s  ratio %.2f\n", a, b, u, b / a }'
done
