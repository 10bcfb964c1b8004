:; exec bash "$(dirname "$0")/build.sh" "$@"
@echo off
setlocal
cd /d "%~dp0"

rem Nothing of a run stays behind: neither MSBuild nodes nor compiler servers.
set MSBUILDDISABLENODEREUSE=1
set DOTNET_CLI_USE_MSBUILD_SERVER=0
set UseSharedCompilation=false
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
set DOTNET_TieredPGO=0
if not defined UseRealPackages set UseRealPackages=false

rem PowerShell only says which program to start: it would lose empty arguments and quotes, and split --limit=00:01:30 in two.
set BUILD_PROGRAM=
for /f "usebackq delims=" %%l in (`powershell -ExecutionPolicy ByPass -NoProfile -File .nuke\build.ps1 ^<nul`) do set "%%l"
if not defined BUILD_PROGRAM exit /b 255
"%BUILD_DOTNET%" "%BUILD_PROGRAM%" %*
exit /b %ERRORLEVEL%
