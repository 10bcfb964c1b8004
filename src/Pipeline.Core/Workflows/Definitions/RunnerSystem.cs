namespace Pipeline.Core.Workflows.Definitions;

/// <summary>The operating system of the machine that a job runs on.</summary>
public enum RunnerSystem
{
    Linux,
    Windows,
    MacOS,
}
