#!/usr/bin/env bash
# Builds the build program if its sources changed since the last time, then runs it with the given arguments.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"

# Nothing of a run stays behind: no MSBuild node, no compiler server but one of our own, which is ended.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export UseRealPackages=${UseRealPackages:-false}

sdk_version() { sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json | head -n 1; }

# An SDK of the feature band that global.json names, or of a newer one of the same minor version.
has_sdk() {
    local wanted=${2%.*}
    compgen -G "$(dirname "$(readlink -f "$1")")/sdk/$wanted.*" > /dev/null
}

find_dotnet() {
    local candidate version
    version=$(sdk_version)
    for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "$root/.nuke/temp/dotnet/dotnet"; do
        if [[ -x $candidate ]] && has_sdk "$candidate" "$version"; then echo "$candidate"; return; fi
    done
    install_dotnet "$version" >&2
    echo "$root/.nuke/temp/dotnet/dotnet"
}

install_dotnet() {
    echo "No .NET SDK $1 found: installing it into .nuke/temp/dotnet"
    mkdir -p .nuke/temp
    curl --fail --silent --show-error --location https://dot.net/v1/dotnet-install.sh --output .nuke/temp/dotnet-install.sh
    bash .nuke/temp/dotnet-install.sh --version "$1" --install-dir .nuke/temp/dotnet --no-path
}

# Path, size and time of every source, without starting MSBuild.
inputs() {
    local stat=(-printf '%p %s %T@\n')
    if [[ $OSTYPE == darwin* ]]; then stat=(-exec stat -f '%N %z %Fm' {} +); fi
    find build src Directory.Build.props Directory.Build.targets Directory.Packages.props global.json \
        \( -type d \( -name bin -o -name obj -o -name bin-real -o -name obj-real \) -prune \) -o -type f "${stat[@]}" | LC_ALL=C sort
    echo "$root $UseRealPackages $(ls "$(dirname "$(readlink -f "$dotnet")")/sdk")"
}

fingerprint() {
    if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi | cut -c1-16
}

end_compiler() {
    local sdk
    sdk=$(dirname "$(readlink -f "$dotnet")")/sdk/$("$dotnet" --version)
    "$sdk/Roslyn/bincore/VBCSCompiler" -shutdown -pipename:"$1" || true
}

# One compiler for all projects takes a third of the processor time of one each.
compile() {
    local server=pipeline-build-$$ status=0
    trap 'end_compiler "$server"; exit 130' INT
    trap 'end_compiler "$server"; exit 143' TERM
    "$dotnet" build build/_build.csproj --configuration Debug --output "$program" --nologo --verbosity quiet \
        -p:UseSharedCompilation=true -p:SharedCompilationId="$server" > .nuke/temp/build/log.txt 2>&1 || status=$?
    trap - INT TERM
    end_compiler "$server"
    return $status
}

build() {
    mkdir -p .nuke/temp/build
    # Two runs at once build one after the other; the second one finds what the first one made.
    if command -v flock > /dev/null; then exec 9> .nuke/temp/build/lock; flock 9; fi
    if [[ ! -f $program/.complete ]]; then
        echo "Building the build program ($(basename "$program"))" >&2
        rm -rf "$program"
        if ! compile; then
            cat .nuke/temp/build/log.txt >&2
            echo "The build program does not compile." >&2
            exit 255
        fi
        touch "$program/.complete"
        # Older programs may still run an embedded cluster: the newest five are kept.
        ls -dt .nuke/temp/build/*/ | tail -n +6 | xargs rm -rf
    fi
    exec 9>&-
}

dotnet=$(find_dotnet)
program=.nuke/temp/build/$(inputs | fingerprint)
if [[ ! -f $program/.complete ]]; then build; fi
exec "$dotnet" "$program/_build.dll" "$@"
