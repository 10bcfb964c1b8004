namespace Pipeline.LocalCluster.Hosting;

/// <summary>Holds a root directory for one process; the kernel releases it however the process ends.</summary>
public sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <exception cref="ClusterStartException">Another instance serves the root, or the root cannot be written.</exception>
    public static InstanceLock Acquire(ClusterOptions options)
    {
        try
        {
            ClusterFiles.CreateDirectory(options.Root);
            var path = Path.Combine(options.Root, "lock");
            return new InstanceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ClusterStartException($"{options.Root}: cannot be written: {e.Message}");
        }
        catch (IOException e)
        {
            throw new ClusterStartException(Holder(options) ?? $"{options.Root}: cannot be written: {e.Message}");
        }
    }

    public void Dispose() => _file.Dispose();

    private static string? Holder(ClusterOptions options)
    {
        if (!File.Exists(Path.Combine(options.Root, "lock")))
            return null;
        var who = InstanceRecord.Read(options.PidFile) is { } record
            ? $"process {record.Pid}, API port {record.ApiPort}, since {record.StartTime:yyyy-MM-dd HH:mm:ss}Z"
            : "a process that is just starting";
        return $"{options.Root}: another cluster serves this root ({who}): use it, stop it, or choose another --root";
    }
}
