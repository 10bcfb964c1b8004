using EndToEnd.Tests.Clones;
using EndToEnd.Tests.Processes;
using EndToEnd.Tests.Runs;

namespace EndToEnd.Tests.Workflows;

/// <summary>A machine on which nothing is but a fresh clone and what a job's needs hand over to it.</summary>
internal sealed class JobMachine : IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"pipeline-job-{Guid.NewGuid():N}");

    /// <summary>Makes the clone.</summary>
    public async Task CheckOutAsync(string origin) =>
        (await RunAsync(Path.GetTempPath(), [], "git", "clone", "--quiet", origin, root)).Exits(0);

    /// <summary>Puts an artifact into a folder of the clone.</summary>
    public void TakeOver(string artifact, string folder) => Copy(artifact, Path.Combine(root, folder));

    /// <summary>Runs a script as GitHub's runner does, on any free ports.</summary>
    public Task<FinishedCommand> RunAsync(string script, IEnumerable<KeyValuePair<string, string>> environment) =>
        RunAsync(root, environment, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script);

    /// <summary>Stores files as an artifact: their paths relative to a folder.</summary>
    /// <returns>The number of files.</returns>
    public int HandOn(string folder, IEnumerable<string> patterns, string artifact)
    {
        var files = patterns.SelectMany(pattern => FilePattern.Find(root, pattern)).Distinct().ToList();
        foreach (var file in files)
        {
            var copy = Path.Combine(artifact, Path.GetRelativePath(Path.Combine(root, folder), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return files.Count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in ProcessTable.In(root))
            process.Kill();
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    private static async Task<FinishedCommand> RunAsync(
        string folder,
        IEnumerable<KeyValuePair<string, string>> environment,
        params string[] command
    )
    {
        KeyValuePair<string, string>[] ports = [new("NUKE_API_PORT", "0"), new("NUKE_GATEWAY_PORT", "0")];
        using var running = RunningCommand.Start(folder, [.. UserShell.Variables, .. ports, .. environment], command);
        return await running.FinishAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
