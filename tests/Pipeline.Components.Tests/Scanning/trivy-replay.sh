#!/bin/sh
# Plays Trivy: keeps the arguments and the environment that it is given, and replays the files beside it.
folder=$(dirname "$0")
if [ "$1" = version ]; then
    printf '%s\n' "$@" > "$folder/version-arguments"
    cat "$folder/version.json"
    exit 0
fi

printf '%s\n' "$@" > "$folder/arguments"
printf '%s\n' "$@" > "$folder/arguments-$1"
if [ -e "$folder/rate-limited" ]; then
    rm "$folder/rate-limited"
    echo "FATAL	TOOMANYREQUESTS: retry-after: 1ms" >&2
    exit 1
fi
env > "$folder/environment"
while [ $# -gt 0 ]; do
    if [ "$1" = --output ] && [ -e "$folder/report.json" ]; then
        cp "$folder/report.json" "$2"
    fi
    shift
done

echo "2026-08-21T10:00:00Z	FATAL	replayed" >&2
exit "$(cat "$folder/exit-code")"
