:; exec bash "$(dirname "$0")/build.sh" "$@"
@echo off
powershell -ExecutionPolicy ByPass -NoProfile -File "%~dp0.nuke\build.ps1" %*
exit /b %ERRORLEVEL%
