# Runs a command on a disk that is full under artifacts/, and again when there is room. Both the disk and this script's view of it
# end with the script: it runs in a mount namespace of its own.
set -euo pipefail

before=.nuke/temp/before-full-disk
trap 'rm -rf "$before"' EXIT

run() {
    local what=$1 status=0
    shift
    "$@" || status=$?
    echo "$what: exit code $status"
}

cp -a artifacts "$before"
kilobytes=$(du --summarize --apparent-size --block-size=1K artifacts | cut -f1)
mount -t tmpfs -o "size=$((kilobytes * 2))k" none artifacts
cp -a "$before/." artifacts
cat /dev/zero > artifacts/filler 2> /dev/null || true
truncate --size=-64K artifacts/filler

run 'on the full disk' "$@"
diff --recursive --brief "$before/registry" artifacts/registry
diff --recursive --brief "$before/evidence" artifacts/evidence

rm artifacts/filler
run 'with room again' "$@"
