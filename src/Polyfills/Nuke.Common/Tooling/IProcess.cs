namespace Nuke.Common.Tooling;

/// <summary>A started process whose output is being read.</summary>
public interface IProcess : IDisposable
{
    string FileName { get; }

    /// <summary>The command line after the program, with secrets redacted.</summary>
    string Arguments { get; }

    string WorkingDirectory { get; }

    /// <summary>What the process has written so far, line by line, with secrets redacted.</summary>
    IReadOnlyCollection<Output> Output { get; }

    int ExitCode { get; }

    bool HasExited { get; }

    int Id { get; }

    /// <summary>Ends the process and those that it started.</summary>
    void Kill();

    /// <summary>Waits for the end of the process and its output; false if it was killed at its time-out.</summary>
    bool WaitForExit();
}
