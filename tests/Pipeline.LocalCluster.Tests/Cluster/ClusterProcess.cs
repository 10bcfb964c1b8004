using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Pipeline.LocalCluster.Hosting.Identity;

namespace Pipeline.LocalCluster.Tests.Cluster;

/// <summary>The embedded cluster as a child process, started from the test's own output so that its coverage counts.</summary>
public sealed class ClusterProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ClusterProcess(string root, Process process, string ready)
    {
        (Root, _process) = (root, process);
        Api = Address(ready, "api=");
        Gateway = Address(ready, "gateway=");
    }

    public string Root { get; }

    public Uri Api { get; }

    public Uri Gateway { get; }

    public int Pid => _process.Id;

    public string Kubeconfig => Path.Combine(Root, "kubeconfig");

    /// <summary>Starts a cluster and waits until it serves; <paramref name="shell"/> may limit what it may use.</summary>
    public static async Task<ClusterProcess> StartAsync(string root, string shell = "")
    {
        var process = Launch(root, shell);
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
                return new ClusterProcess(root, process, line);
        }

        throw new InvalidOperationException(
            $"the cluster did not start: {await process.StandardError.ReadToEndAsync()}"
        );
    }

    /// <summary>Starts a cluster that is expected to fail, and returns its exit code and what it wrote to standard error.</summary>
    public static async Task<(int ExitCode, string Error)> FailAsync(string root, params string[] more)
    {
        using var process = Launch(root, "", more);
        using var patience = new CancellationTokenSource(Patience);
        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, error);
    }

    /// <summary>Ends it as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
            _ = Kill(_process.Id, SigTerm);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private static Process Launch(string root, string shell, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Pipeline.LocalCluster.dll");
        string[] arguments =
        [
            "exec",
            program,
            "serve",
            "--root",
            root,
            "--registry",
            Path.Combine(root, "registry"),
            .. more,
        ];
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{shell} exec \"$@\"");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(
            Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet"
        );
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static Uri Address(string ready, string prefix) =>
        new(ready.Split(' ').Single(word => word.StartsWith(prefix, StringComparison.Ordinal))[prefix.Length..]);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int pid, int signal);
}
