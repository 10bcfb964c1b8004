# Builds the build program if its sources changed since the last time, and prints the variables by which build.cmd starts it. build.sh
# does the same and starts it, too.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = Split-Path $PSScriptRoot
Set-Location $root

# Standard output is for the variables alone; PowerShell would print errors there too.
function Write-Message([string] $message) { [Console]::Error.WriteLine($message) }

function Stop-Build([string] $message) {
    Write-Message $message
    exit 255
}

trap { Stop-Build "$_ $($_.InvocationInfo.PositionMessage)" }

$temp = Join-Path $root '.nuke\temp'
$programs = Join-Path $temp 'build'
$ownDotNet = Join-Path $temp 'dotnet\dotnet.exe'
$sdkVersion = (Get-Content global.json -Raw | ConvertFrom-Json).sdk.version
New-Item -ItemType Directory -Force $programs | Out-Null

# An SDK that global.json accepts: of the same minor version, and not older.
function Test-Sdk([string] $candidate) {
    if (-not $candidate -or -not (Test-Path $candidate)) { return $false }
    $wanted = [Version] $sdkVersion
    foreach ($sdk in Get-ChildItem (Join-Path (Split-Path $candidate) 'sdk') -Directory -ErrorAction SilentlyContinue) {
        $version = $sdk.Name -as [Version]
        if ($version -and $version -ge $wanted -and $version.Major -eq $wanted.Major -and $version.Minor -eq $wanted.Minor) { return $true }
    }
    return $false
}

function Find-DotNet {
    $candidates = @((Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1).Source)
    if ($env:DOTNET_ROOT) { $candidates += Join-Path $env:DOTNET_ROOT 'dotnet.exe' }
    $candidates += $ownDotNet
    foreach ($candidate in $candidates) {
        if (Test-Sdk $candidate) { return $candidate }
    }
    Enter-Exclusive
    if (-not (Test-Sdk $ownDotNet)) { Install-DotNet }
    Exit-Exclusive
    return $ownDotNet
}

function Install-DotNet {
    $source = 'https://dot.net/v1/dotnet-install.ps1'
    Write-Message "No .NET SDK $sdkVersion found: installing it into .nuke\temp\dotnet"
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        $script = Join-Path $temp 'dotnet-install.ps1'
        Invoke-WebRequest $source -OutFile $script -UseBasicParsing
        & $script -Version $sdkVersion -InstallDir (Split-Path $ownDotNet) -NoPath *>&1 | ForEach-Object { Write-Message $_ }
    }
    catch { Write-Message $_ }
    if (-not (Test-Sdk $ownDotNet)) {
        Stop-Build ("The .NET SDK $sdkVersion, which global.json names, is not installed and could not be installed from $source. " +
            'Install it (https://dotnet.microsoft.com/download) and make sure that dotnet is on the PATH.')
    }
}

function Get-Hash([string] $text) {
    $hash = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
    return ([BitConverter]::ToString($hash) -replace '-', '').Substring(0, 16).ToLowerInvariant()
}

# One run at a time builds or installs; the next one finds what the first one made.
$mutex = New-Object Threading.Mutex $false, "Local\pipeline-$(Get-Hash $root)"

function Enter-Exclusive {
    try { $mutex.WaitOne() | Out-Null }
    catch [Threading.AbandonedMutexException] { } # Its holder was killed; the mutex is ours all the same.
}

function Exit-Exclusive { $mutex.ReleaseMutex() }

function Get-Sources([IO.DirectoryInfo] $folder) {
    $folder.GetFiles()
    foreach ($child in $folder.GetDirectories()) {
        if ($child.Name -notin 'bin', 'obj', 'bin-real', 'obj-real') { Get-Sources $child }
    }
}

function Get-AllSources {
    foreach ($folder in 'build', 'src') { Get-Sources (Join-Path $root $folder) }
    foreach ($file in 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'global.json', '.editorconfig', 'nuget.config') {
        if (Test-Path $file) { Get-Item $file }
    }
}

function Get-Line([IO.FileInfo] $file) { "$($file.FullName)|$($file.Length)|$($file.LastWriteTimeUtc.Ticks)" }

# Path, size and time of every source, without starting MSBuild.
function Get-Program {
    $lines = [string[]] @(Get-AllSources | ForEach-Object { Get-Line $_ })
    [Array]::Sort($lines, [StringComparer]::Ordinal)
    $sdks = (Get-ChildItem (Join-Path (Split-Path $dotnet) 'sdk')).Name -join ' '
    return Join-Path $programs (Get-Hash (($lines -join "`n") + "`n$env:UseRealPackages $sdks"))
}

# To MSBuild, a source that was put back with its old time is older than what was compiled from the other one.
function Update-RestoredSources {
    $last = Join-Path $programs 'last'
    if (Test-Path $last) {
        $known = New-Object Collections.Generic.HashSet[string] (, [string[]] (Get-Content $last -Encoding UTF8))
        $time = (Get-Item $last).LastWriteTimeUtc
        foreach ($file in Get-AllSources) {
            if ($file.LastWriteTimeUtc -le $time -and -not $known.Contains((Get-Line $file))) { $file.LastWriteTimeUtc = [DateTime]::UtcNow }
        }
    }
    Set-Content $last @(Get-AllSources | ForEach-Object { Get-Line $_ }) -Encoding UTF8
}

function Build-Program {
    Enter-Exclusive
    Update-RestoredSources
    $program = Get-Program
    if (-not (Test-Path (Join-Path $program '.complete'))) {
        Write-Message "Building the build program ($(Split-Path $program -Leaf))"
        if (Test-Path $program) { Remove-Item -Recurse -Force $program }
        & $dotnet build build/_build.csproj --configuration Debug --output $program --nologo --verbosity quiet | ForEach-Object { Write-Message $_ }
        if ($LASTEXITCODE -ne 0) { Stop-Build 'The build program does not compile.' }
        # A source that was changed meanwhile may be in the program or not.
        if ((Get-Program) -eq $program) { New-Item -ItemType File (Join-Path $program '.complete') | Out-Null }
        Remove-OldPrograms
    }
    Exit-Exclusive
}

# The newest five are kept, and those that a run still uses: a folder with an open file cannot be renamed.
function Remove-OldPrograms {
    foreach ($old in Get-ChildItem $programs -Directory | Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 5) {
        try {
            $doomed = "$($old.FullName).old"
            $old.MoveTo($doomed)
            Remove-Item -Recurse -Force $doomed
        }
        catch [IO.IOException], [UnauthorizedAccessException] { }
    }
}

$dotnet = Find-DotNet
if ($dotnet -eq $ownDotNet) {
    $env:DOTNET_ROOT = Split-Path $dotnet
    $env:PATH = "$env:DOTNET_ROOT;$env:PATH"
    "DOTNET_ROOT=$env:DOTNET_ROOT"
    "PATH=$env:PATH"
}

$program = Get-Program
while (-not (Test-Path (Join-Path $program '.complete'))) {
    Build-Program
    $program = Get-Program
}

"BUILD_DOTNET=$dotnet"
"BUILD_PROGRAM=$(Join-Path $program '_build.dll')"
