using System.Diagnostics;
using System.Text;

namespace Pipeline.Components.Tests.Builds;

/// <summary>A <see cref="SampleBuild"/> that runs as a process in a repository folder of its own.</summary>
internal sealed class StartedBuild : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringBuilder output = new();
    private readonly Process process;
    private readonly Task errors;

    public StartedBuild(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, ".nuke"));
        folder.Write("secret-file", string.Join('\n', environment.Select(variable => variable.Value)));
        // A process that was started in the background passes on that it ignores SIGINT.
        string[] asFromTerminal = ["--default-signal=INT,TERM", "dotnet", typeof(StartedBuild).Assembly.Location];
        var start = new ProcessStartInfo("env", [.. asFromTerminal, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var host in new[] { "GITHUB_ACTIONS", "TF_BUILD" })
            start.Environment.Remove(host);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        errors = Task.Run(() => Collect(process.StandardError));
    }

    public string Root => folder.Path;

    /// <summary>All that it printed so far, on both outputs.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Reads until it prints this line.</summary>
    public void AwaitLine(string expected)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Append(line);
            if (line == expected)
                return;
        }

        throw new InvalidOperationException($"expected the line '{expected}', found {Output}");
    }

    /// <summary>Sends it a signal, by its name without SIG.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Reads to the end; the result is its exit code.</summary>
    public int Finish()
    {
        Collect(process.StandardOutput);
        errors.Wait();
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private void Collect(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            Append(line);
    }

    private void Append(string line)
    {
        lock (output)
            output.AppendLine(line);
    }
}
