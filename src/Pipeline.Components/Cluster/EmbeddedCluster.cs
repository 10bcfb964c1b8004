using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Components.Cluster;

/// <summary>The embedded cluster's process: found, started and stopped.</summary>
public sealed class EmbeddedCluster(EmbeddedClusterOptions options)
{
    private const int Terminate = 15;
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Where it lives.</summary>
    public EmbeddedClusterOptions Options => options;

    /// <summary>Whether this object started the process, rather than finding it.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>The process that runs now; null when there is none.</summary>
    public ClusterProcess? Find() => ClusterProcess.Read(options.PidFile) is { IsAlive: true } process ? process : null;

    /// <summary>Whether a cluster that was killed left pods running.</summary>
    public bool LeftPods =>
        Find() is null && Directory.Exists(options.PodRecords) && Directory.EnumerateFiles(options.PodRecords).Any();

    /// <summary>Starts the cluster unless it runs, and waits until it serves.</summary>
    /// <exception cref="EmbeddedClusterException">It did not start; the message says why in its own words.</exception>
    public async Task<ClusterProcess> EnsureStartedAsync(CancellationToken cancellationToken)
    {
        if (Find() is { } running)
            return running;
        if (!OperatingSystem.IsLinux())
            throw new EmbeddedClusterException(
                "the embedded cluster runs on Linux only: use WSL, or give a real cluster with --context NAME"
            );

        Directory.CreateDirectory(options.Registry);
        using var process =
            Process.Start(StartInfo()) ?? throw new EmbeddedClusterException($"{options.Program} did not start");
        await WaitUntilReadyAsync(process, cancellationToken);
        IsOurs = true;
        return Find()
            ?? throw new EmbeddedClusterException(
                $"the embedded cluster started, but {options.PidFile} does not name it"
            );
    }

    /// <summary>Ends the cluster and everything that it runs, or that a killed one left; does nothing when there is neither.</summary>
    /// <exception cref="EmbeddedClusterException">It is still there after a minute.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Only a cluster knows its pods: the next one adopts what is left, and ends it when it ends.
        if (LeftPods)
            await new EmbeddedCluster(options with { ApiPort = 0, GatewayPort = 0 }).EnsureStartedAsync(
                cancellationToken
            );
        if (Find() is not { } running)
            return;

        _ = Kill(running.Pid, Terminate);
        for (var waited = Stopwatch.StartNew(); running.IsAlive; )
        {
            if (waited.Elapsed > StopDeadline)
                throw new EmbeddedClusterException(
                    $"the embedded cluster (process {running.Pid}) did not end within {StopDeadline.TotalSeconds:0} s; its log is in "
                        + Path.Combine(options.Root, "logs")
                );
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(DotNetHost()) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            options.Program,
            "serve",
            "--root",
            options.Root,
            "--registry",
            options.Registry,
            "--api-port",
            options.ApiPort.ToString(CultureInfo.InvariantCulture),
            "--gateway-port",
            options.GatewayPort.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        // Only the environment sets them. By itself the collector lets garbage grow to the size of the processor's cache, 100 MB on a
        // server; and compiled code that is mapped twice counts twice.
        start.Environment["DOTNET_GCgen0size"] = "400000";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return start;
    }

    // The host that runs this program runs the cluster too, also where it is not on the PATH.
    private static string DotNetHost() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", "dotnet"));

    private static async Task WaitUntilReadyAsync(Process process, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartDeadline);
        var said = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                if (line.StartsWith("ready ", StringComparison.Ordinal))
                    return;
                said.AppendLine(line);
            }

            said.Append(await process.StandardError.ReadToEndAsync(deadline.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddedClusterException(
                $"the embedded cluster was not ready after {StartDeadline.TotalSeconds:0} s: {said}"
            );
        }

        throw new EmbeddedClusterException($"the embedded cluster did not start: {said.ToString().Trim()}");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
