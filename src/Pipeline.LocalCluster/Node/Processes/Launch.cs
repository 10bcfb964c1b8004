namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>Everything that a process is started with; nothing is inherited.</summary>
internal sealed record Launch
{
    /// <summary>The absolute path of the file to execute.</summary>
    public required string Program { get; init; }

    /// <summary>The arguments, the program's own name first.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>The file that standard output and standard error are appended to.</summary>
    public required string LogFile { get; init; }
}
