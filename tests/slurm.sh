#!/usr/bin/env bash
# Runs contrib/slurm/massal.sbatch for real: munge, one controller and three nodes on this machine, an array of twelve
# parts. One node is killed under way; its tasks are put into the queue again. The documents must be, byte for byte, those
# of one run. Before that three parts on the three nodes are measured against one run with three threads. Needs Debian's
# slurm-wlm and munge, root, GNU time, and target/release/naskah.
#
#   tests/slurm.sh [ROWS]
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-1200}
naskah=${NASKAH:-$PWD/target/release/naskah}
contrib=$PWD/contrib/slurm/massal.sbatch
for need in slurmctld slurmd munged sbatch; do
  command -v "$need" >/dev/null || PATH=$PATH:/usr/sbin
  command -v "$need" >/dev/null || { echo "skipped: $need is not there (apt install slurm-wlm munge)"; exit 0; }
done
work=$(mktemp -d)
chmod 755 "$work"
export SLURM_CONF=$work/slurm.conf
pids=()
end() {
  for pid in "${pids[@]}" $(cat "$work"/*.pid 2>/dev/null); do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap end EXIT

# Authentication of this run alone: a key and a socket of its own.
mkdir -p "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 status=none
chmod 700 "$work/munge"
chmod 400 "$work/munge/key"
munged --foreground --key-file="$work/munge/key" --socket="$work/munge.socket" --pid-file="$work/munged.pid" \
  --seed-file="$work/munge/seed" --log-file="$work/munge/log" --force >"$work/munged.log" 2>&1 &
pids+=($!)

cat > "$work/slurm.conf" <<CONF
ClusterName=uji
SlurmctldHost=$(hostname -s)(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
SlurmctldPort=26817
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmdSpoolDir=$work/spool-%n
StateSaveLocation=$work/state
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
SlurmdTimeout=10
InactiveLimit=0
MinJobAge=600
JobRequeue=1
SchedulerParameters=requeue_delay=1
NodeName=n1 NodeAddr=127.0.0.1 NodeHostname=$(hostname -s) Port=26821 CPUs=1 RealMemory=900 State=UNKNOWN
NodeName=n2 NodeAddr=127.0.0.1 NodeHostname=$(hostname -s) Port=26822 CPUs=1 RealMemory=900 State=UNKNOWN
NodeName=n3 NodeAddr=127.0.0.1 NodeHostname=$(hostname -s) Port=26823 CPUs=1 RealMemory=900 State=UNKNOWN
PartitionName=uji Nodes=n1,n2,n3 Default=YES MaxTime=INFINITE State=UP
CONF
mkdir -p "$work/state" "$work/spool-n1" "$work/spool-n2" "$work/spool-n3"
for _ in $(seq 50); do [ -S "$work/munge.socket" ] && break; sleep 0.2; done
slurmctld -D >"$work/ctld.out" 2>&1 & pids+=($!)
for node in n1 n2 n3; do slurmd -D -N $node >"$work/$node.out" 2>&1 & pids+=($!); eval "slurmd_$node=$!"; done
for _ in $(seq 150); do
  [ "$(sinfo -h -N -o '%t' 2>/dev/null | grep -c idle)" = 3 ] && break
  sleep 0.2
done
sinfo -N -o '%N %t %c'

# A pattern and its rows.
{ echo "Nama;Desa"; for i in $(seq "$rows"); do echo "Nama Petugas $i;Contoh $((i % 17))"; done; } > "$work/petugas.csv"
cat > "$work/pola.yaml" <<'POLA'
jenis: umum
kantor: kab-semarang
tahun: 2026
tentang: Penunjukan {{ Nama }}
menimbang:
  - bahwa petugas di Desa {{ Desa }} perlu ditunjuk
mengingat: [uu-7-2017]
diktum:
  - Menunjuk {{ Nama }} sebagai petugas di Desa {{ Desa }}.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {di: Ungaran}
POLA

echo "one run:"
begun=$(date +%s.%N)
(cd "$work" && "$naskah" massal pola.yaml --data petugas.csv -o satu --konsep)
one=$(echo "$(date +%s.%N) - $begun" | bc)

cd "$work"
# Three parts, one a node, against one run with as many threads, by processor time: what else runs here, and how long the
# queue waits, is no work of theirs.
printf '#!/bin/sh\nexec /usr/bin/time -a -o "%s/spent" -f "%%U %%S" "%s" "$@"\n' "$work" "$naskah" > timed
chmod 755 timed
spent() { awk '{ sum += $1 + $2 } END { print sum }' spent; rm spent; }
./timed massal pola.yaml --data petugas.csv -o bertiga --konsep --kerja 3 >/dev/null
alone=$(spent)
NASKAH=$work/timed sbatch --parsable --wait --array=1-3 --mem=300 "$contrib" pola.yaml petugas.csv tiga --konsep >/dev/null
apart=$(spent)
echo "three parts on three nodes: $apart s of processor time, one run with three threads: $alone s," \
  "so $(echo "scale=2; $alone / $apart" | bc) of its work"
echo "files that differ: $(diff -rq --exclude='manifes*' --exclude='.naskah-*' bertiga tiga | wc -l)"

begun=$(date +%s.%N)
NASKAH=$naskah sbatch --parsable --array=1-12 --mem=300 "$contrib" pola.yaml petugas.csv bagian --konsep > job
job=$(cut -d';' -f1 job)
# Once a few documents are there, a node dies with all that it does.
for _ in $(seq 300); do
  [ "$(find bagian -name '*.pdf' 2>/dev/null | wc -l)" -ge $((rows / 8)) ] && break
  sleep 0.1
done
victim=$(squeue -h -t RUNNING -j "$job" -o '%N' | sort | tail -1)
echo "killed under way: ${victim:-none} with $(find bagian -name '*.pdf' | wc -l) of $rows documents there"
if [ -n "$victim" ]; then
  eval "slurmd=\$slurmd_$victim"
  # What runs on the node is known by the surroundings that its daemon gave it; the step's own process is its parent.
  for own in /proc/[0-9]*; do
    told=$({ tr "\0" "\n" <"$own/environ"; } 2>/dev/null) || continue
    grep -qx "SLURMD_NODENAME=$victim" <<<"$told" && grep -qx "SLURM_CONF=$SLURM_CONF" <<<"$told" || continue
    echo "killed: $(tr '\0' ' ' <"$own/cmdline" | cut -c1-90)"
    kill -KILL "$(ps -o ppid= -p "${own#/proc/}" | tr -d ' ')" "${own#/proc/}" 2>/dev/null || true
  done
  kill -KILL "$slurmd"
  sleep 1
  slurmd -D -N "$victim" >>"$work/$victim.out" 2>&1 & pids+=($!)
fi
for _ in $(seq 1200); do
  [ -z "$(squeue -h -j "$job" 2>/dev/null)" ] && break
  sleep 0.5
done
many=$(echo "$(date +%s.%N) - $begun" | bc)
scontrol -o show job "$job" 2>/dev/null | awk '{ for (i = 1; i <= NF; i++) { split($i, a, "="); v[a[1]] = a[2] }
  print "task", v["ArrayTaskId"], v["JobState"], "restarts", v["Restarts"], "on", v["NodeList"] }' | sort -nk2
NASKAH=$naskah sh "$contrib" --gabung bagian
echo "files that differ from those of one run: $(diff -rq --exclude='manifes*' --exclude='.naskah-*' satu bagian | wc -l)"
diff -rq --exclude='manifes*' --exclude='.naskah-*' satu bagian
left=$(find bagian -name '.naskah-*' | wc -l)
echo "one run ${one} s, twelve parts on three nodes ${many} s (a node's death among it); passing files left: $left"
