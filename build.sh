#!/usr/bin/env bash
# Builds the build program if its sources changed since the last time, then runs it with the given arguments.
set -euo pipefail

root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
cd "$root"

# Nothing of a run stays behind: no MSBuild node, no compiler server but one of our own, which is ended.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Compilers and tests live too short to gain by profiles: without them a compilation takes a third less of the processor.
export DOTNET_TieredPGO=0
export UseRealPackages=${UseRealPackages:-false}

programs=.nuke/temp/build
own_dotnet=$root/.nuke/temp/dotnet

fail() {
    echo "$*" >&2
    exit 255
}

sdk_version() { sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json | head -n 1; }

sdks() { dirname "$(readlink -f "$1")"; }

# An SDK that global.json accepts: of the same minor version, and not older.
has_sdk() {
    local sdk
    for sdk in "$(sdks "$1")/sdk/${2%.*}".*; do
        sdk=${sdk##*/}
        if [[ ${sdk##*.} =~ ^[0-9]+$ ]] && ((${sdk##*.} >= ${2##*.})); then return 0; fi
    done
    return 1
}

find_dotnet() {
    local candidate version
    version=$(sdk_version)
    for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "$own_dotnet/dotnet"; do
        if [[ -x $candidate ]] && has_sdk "$candidate" "$version"; then echo "$candidate"; return; fi
    done
    install_dotnet "$version" >&2
    echo "$own_dotnet/dotnet"
}

install_dotnet() {
    local script=.nuke/temp/dotnet-install.sh source=https://dot.net/v1/dotnet-install.sh
    begin_exclusive
    if [[ ! -x $own_dotnet/dotnet ]] || ! has_sdk "$own_dotnet/dotnet" "$1"; then
        echo "No .NET SDK $1 found: installing it into .nuke/temp/dotnet"
        curl --fail --silent --show-error --location "$source" --output "$script" \
            && bash "$script" --version "$1" --install-dir "$own_dotnet" --no-path && has_sdk "$own_dotnet/dotnet" "$1" \
            || fail "The .NET SDK $1, which global.json names, is not installed and could not be installed from $source." \
                "Install it (https://dotnet.microsoft.com/download) and make sure that dotnet is on the PATH."
    fi
    end_exclusive
}

# One run at a time builds or installs; the next one finds what the first one made. macOS has no flock command.
begin_exclusive() {
    mkdir -p "$programs"
    exec 8> "$programs/lock"
    lock 8
}

end_exclusive() { exec 8>&-; }

lock() { # descriptor, [shared], [at once or not at all]
    if command -v flock > /dev/null; then
        flock ${2:+--shared} ${3:+--nonblock} "$1"
    else
        perl -MFcntl=:flock -e 'open my $f, "<&=", shift; exit !flock $f, (shift() ? LOCK_SH : LOCK_EX) | (shift() ? LOCK_NB : 0)' \
            "$1" "${2:-}" "${3:-}"
    fi
}

sources() {
    local file files=(build src)
    for file in Directory.{Build.props,Build.targets,Packages.props} global.json .editorconfig [Nn]u[Gg]et.[Cc]onfig; do
        if [[ -f $file ]]; then files+=("$file"); fi
    done
    find "${files[@]}" \( -type d \( -name bin -o -name obj -o -name bin-real -o -name obj-real \) -prune \) -o -type f "$@"
}

# Path, size and times of every source, without starting MSBuild. The time of change cannot be set back as that of modification can.
inputs() {
    local stat=(-printf '%p %s %T@ %C@\n')
    if [[ $OSTYPE == darwin* ]]; then stat=(-exec stat -f '%N %z %Fm %Fc' {} +); fi
    sources "${stat[@]}" | LC_ALL=C sort
    echo "$root $UseRealPackages $(ls "$(sdks "$dotnet")/sdk")"
}

program_of_inputs() {
    local hash=sha256sum
    if ! command -v $hash > /dev/null; then hash='shasum -a 256'; fi
    echo "$programs/$(inputs | $hash | cut -c1-16)"
}

end_compiler() {
    "$(sdks "$dotnet")/sdk/$("$dotnet" --version)/Roslyn/bincore/VBCSCompiler" -shutdown -pipename:"$1" || true
}

# One compiler for all projects takes a third of the processor time of one each.
compile() {
    local server=pipeline-build-$$ status=0
    trap 'end_compiler "$server"; exit 130' INT
    trap 'end_compiler "$server"; exit 143' TERM
    "$dotnet" build build/_build.csproj --configuration Debug --output "$program" --nologo --verbosity quiet \
        -p:UseSharedCompilation=true -p:SharedCompilationId="$server" > "$programs/log.txt" 2>&1 8>&- || status=$?
    trap - INT TERM
    end_compiler "$server"
    return $status
}

# To MSBuild, a source that was put back with its old time is older than what was compiled from the other one.
renew_restored_sources() {
    if [[ -f $programs/last ]]; then sources -cnewer "$programs/last" ! -newer "$programs/last" -exec touch {} +; fi
    touch "$programs/last"
}

build() {
    begin_exclusive
    renew_restored_sources
    program=$(program_of_inputs)
    if [[ ! -f $program/.complete ]]; then
        echo "Building the build program (${program##*/})" >&2
        rm -rf "$program"
        if ! compile; then
            cat "$programs/log.txt" >&2
            fail "The build program does not compile."
        fi
        # A source that was changed meanwhile may be in the program or not.
        if [[ $(program_of_inputs) == "$program" ]]; then touch "$program/.complete"; fi
        remove_old_programs
    fi
    end_exclusive
}

# The newest five are kept, and those that a run or an embedded cluster still uses.
remove_old_programs() {
    local old
    for old in $(ls -dt "$programs"/*/ | tail -n +6); do
        if [[ ! -f $old/.complete ]] || lock 7 '' now 7< "$old/.complete"; then rm -rf "$old"; fi
    done
}

# A program is in use for as long as its descriptor is open, in the program itself or in what it started.
use() { [[ -f $1/.complete ]] && { exec 9< "$1/.complete"; } 2> /dev/null && lock 9 shared && [[ -f $1/.complete ]]; }

dotnet=$(find_dotnet)
if [[ $dotnet != "$(command -v dotnet || true)" ]]; then
    export DOTNET_ROOT=${dotnet%/*} PATH="${dotnet%/*}:$PATH"
fi

program=$(program_of_inputs)
until use "$program"; do
    build
    program=$(program_of_inputs)
done
exec "$dotnet" "$program/_build.dll" "$@"
