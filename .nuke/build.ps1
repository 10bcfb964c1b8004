# Builds the build program if its sources changed since the last time, then runs it with the given arguments.
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path $PSScriptRoot)

# Nothing of a run stays behind: neither MSBuild nodes nor compiler servers.
$env:MSBUILDDISABLENODEREUSE = '1'
$env:DOTNET_CLI_USE_MSBUILD_SERVER = '0'
$env:UseSharedCompilation = 'false'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
if (-not $env:UseRealPackages) { $env:UseRealPackages = 'false' }

$temp = Join-Path (Get-Location) ".nuke/temp"
$version = (Get-Content global.json -Raw | ConvertFrom-Json).sdk.version
$band = $version.Substring(0, $version.LastIndexOf('.'))

function Find-DotNet {
    $candidates = @((Get-Command dotnet -ErrorAction SilentlyContinue).Source, (Join-Path $temp 'dotnet/dotnet.exe'))
    foreach ($candidate in $candidates) {
        if ($candidate -and (Test-Path $candidate) -and (Test-Path (Join-Path (Split-Path $candidate) "sdk/$band.*"))) { return $candidate }
    }
    Write-Host "No .NET SDK $version found: installing it into .nuke/temp/dotnet"
    New-Item -ItemType Directory -Force $temp | Out-Null
    $script = Join-Path $temp 'dotnet-install.ps1'
    Invoke-WebRequest 'https://dot.net/v1/dotnet-install.ps1' -OutFile $script -UseBasicParsing
    & $script -Version $version -InstallDir (Join-Path $temp 'dotnet') -NoPath | Out-Host
    return Join-Path $temp 'dotnet/dotnet.exe'
}

$dotnet = Find-DotNet

# Path, size and time of every source, without starting MSBuild.
$files = Get-ChildItem build, src, Directory.Build.props, Directory.Build.targets, Directory.Packages.props, global.json -Recurse -File |
    Where-Object { $_.FullName -notmatch '[\\/](bin|obj)(-real)?[\\/]' }
$inputs = ($files | ForEach-Object { "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" } | Sort-Object) -join "`n"
$inputs += "`n$env:UseRealPackages $((Get-ChildItem (Join-Path (Split-Path $dotnet) 'sdk')).Name -join ' ')"
$hash = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($inputs))
$fingerprint = ([BitConverter]::ToString($hash) -replace '-', '').Substring(0, 16).ToLowerInvariant()
$program = Join-Path $temp "build/$fingerprint"

if (-not (Test-Path (Join-Path $program '.complete'))) {
    Write-Host "Building the build program ($fingerprint)"
    if (Test-Path $program) { Remove-Item -Recurse -Force $program }
    & $dotnet build build/_build.csproj --configuration Debug --output $program --nologo --verbosity quiet
    if ($LASTEXITCODE -ne 0) { Write-Host 'The build program does not compile.'; exit 255 }
    New-Item -ItemType File (Join-Path $program '.complete') | Out-Null
}

& $dotnet (Join-Path $program '_build.dll') @args
exit $LASTEXITCODE
