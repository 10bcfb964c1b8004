using System.Text.Json;

namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>
/// The containers' processes on disk, one file each. It is written before a process is started and again with its number, so
/// that no moment of a sudden death leaves a process that a later start cannot find.
/// </summary>
internal sealed class ChildLedger(string directory, ExitWatcher watcher)
{
    /// <summary>Starts a process that can be found again.</summary>
    /// <exception cref="LaunchException">The system refused.</exception>
    /// <exception cref="IOException">It could not be written down, and does not run.</exception>
    public ChildProcess Start(Launch launch, ChildRecord record)
    {
        Write(record);
        try
        {
            var marked = new Dictionary<string, string>(launch.Environment) { [ChildRecord.Mark] = record.Launch };
            var pid = ProcessLauncher.Start(launch with { Environment = marked });
            return Confirm(record, ChildProcess.Find(pid, startTicks: null, watcher)!);
        }
        catch (LaunchException)
        {
            Forget(record);
            throw;
        }
    }

    /// <summary>Forgets a process that has ended.</summary>
    public void Forget(ChildRecord record) => File.Delete(PathOf(record));

    /// <summary>Kills a process that nobody needs, if it still runs, and forgets it.</summary>
    public async Task EndAsync(ChildRecord record, ChildProcess? process)
    {
        process?.Kill();
        await (process?.Exited ?? Task.CompletedTask);
        Forget(record);
    }

    /// <summary>What was written down and not forgotten, each with its process if that still runs.</summary>
    public IEnumerable<(ChildRecord Record, ChildProcess? Process)> Recover()
    {
        if (!Directory.Exists(directory))
            yield break;
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").ToList())
        {
            if (Read(file) is { } record)
                yield return (record, Find(record));
            else
                File.Delete(file);
        }
    }

    private ChildProcess Confirm(ChildRecord record, ChildProcess child)
    {
        try
        {
            Write(record with { Pid = child.Pid, StartTicks = child.StartTicks });
            return child;
        }
        catch (IOException)
        {
            child.Kill();
            throw;
        }
    }

    private ChildProcess? Find(ChildRecord record)
    {
        var pid = record.Pid ?? ProcessTable.FindByEnvironment($"{ChildRecord.Mark}={record.Launch}");
        return pid is null ? null : ChildProcess.Find(pid.Value, record.StartTicks, watcher);
    }

    // A file is replaced as a whole, so one that cannot be read is not ours.
    private static ChildRecord? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ChildRecord>(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Write(ChildRecord record)
    {
        Directory.CreateDirectory(directory);
        var path = PathOf(record);
        File.WriteAllBytes(path + ".tmp", JsonSerializer.SerializeToUtf8Bytes(record));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private string PathOf(ChildRecord record) => Path.Combine(directory, $"{record.PodUid}_{record.Container}.json");
}
