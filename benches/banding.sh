#!/usr/bin/env bash
# Times whole processes in turn: `naskah susun` on the 2025 decree against plain `typst compile` on the source that
# `--format typ` wrote, with the same fonts, standards and no system fonts. Prints medians and their ratio; judges nothing.
#
# Then sixty different decrees: one `naskah susun` against two `typst compile` at a time, three times in turn.
#
#   benches/banding.sh [RUNS]          needs `typst` 0.15 (or TYPST=path) and GNU time at /usr/bin/time
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-15}
typst=${TYPST:-typst}
decree=data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --release --quiet
naskah=$PWD/target/release/naskah
"$naskah" susun "$decree" --format typ -o "$work/sumber" --pesan ringkas >/dev/null 2>&1
echo "$("$typst" --version)   $("$naskah" --versi)   $runs runs in turn"

ours() { "$naskah" susun "$decree" -o "$work/naskah.pdf" --timpa; }
plain() {
  "$typst" compile --ignore-system-fonts --font-path "$work/sumber/fonts" --pdf-standard a-3a,ua-1 \
    "$work/sumber/naskah.typ" "$work/typst.pdf"
}
export -f ours plain
export naskah typst decree work

ours >/dev/null 2>&1; plain
cmp "$work/naskah.pdf" "$work/typst.pdf" && echo "both PDFs are the same bytes"
for ((i = 0; i < runs; i++)); do
  /usr/bin/time -a -o "$work/ours" -f '%e %M' bash -c 'exec "$naskah" susun "$decree" -o "$work/naskah.pdf" --timpa >/dev/null 2>&1'
  /usr/bin/time -a -o "$work/plain" -f '%e %M' bash -c 'exec "$typst" compile --ignore-system-fonts --font-path "$work/sumber/fonts" --pdf-standard a-3a,ua-1 "$work/sumber/naskah.typ" "$work/typst.pdf"'
done

median() { sort -n -k"$2" "$1" | awk -v k="$2" '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'; }
for column in 1 2; do
  a=$(median "$work/ours" $column); b=$(median "$work/plain" $column)
  unit=$([ $column = 1 ] && echo "s wall" || echo "KiB peak")
  awk -v a="$a" -v b="$b" -v u="$unit" 'BEGIN { printf "naskah %s  typst %s  %s  ratio %.2f\n", a, b, u, a / b }'
done

# Sixty decrees: the three of the year, each with numbers and texts of its own.
mkdir -p "$work/banyak"
at=0
for decree in data/keputusan/2025/0*.yaml data/keputusan/2025/0*.yaml; do
  for ((n = 0; n < 10; n++)); do
    at=$((at + 1))
    sed -e "s/^nomor: .*/nomor: $((100 + at))/" -e "s/\\bkegiatan\\b/kegiatan ke-$at/g" "$decree" > "$work/banyak/$at.yaml"
  done
done
"$naskah" susun "$work"/banyak/*.yaml --format typ -o "$work/sumber60/" --pesan ringkas >/dev/null 2>&1 || true
plain_all() {
  find "$work/sumber60" -maxdepth 2 -name naskah.typ | sort | xargs -P 2 -I{} "$typst" compile --ignore-system-fonts \
    --font-path "$work/sumber/fonts" --pdf-standard a-3a,ua-1 {} {}.pdf
}
export -f plain_all
echo "$(find "$work/sumber60" -maxdepth 2 -name naskah.typ | wc -l) different decrees"
for ((i = 0; i < 3; i++)); do
  /usr/bin/time -a -o "$work/ours60" -f '%e %M' bash -c 'exec "$naskah" susun "$work"/banyak/*.yaml -o "$work/hasil/" --timpa >/dev/null 2>&1'
  /usr/bin/time -a -o "$work/plain60" -f '%e %M' bash -c plain_all
done
a=$(median "$work/ours60" 1); b=$(median "$work/plain60" 1)
awk -v a="$a" -v b="$b" 'BEGIN { printf "sixty decrees: naskah %s  two typst %s  s wall  throughput %.2f\n", a, b, b / a }'
