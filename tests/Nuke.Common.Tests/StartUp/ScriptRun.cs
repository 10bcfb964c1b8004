namespace NukeCommon.Tests.StartUp;

/// <summary>What a run of build.sh printed, and its exit code.</summary>
internal sealed record ScriptRun(int ExitCode, string Output, string Errors);
