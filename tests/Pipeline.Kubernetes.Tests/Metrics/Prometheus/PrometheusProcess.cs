using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.Kubernetes.Tests.Metrics.Prometheus;

/// <summary>A Prometheus of our own on a free port of the loopback interface, with its data in a temporary folder.</summary>
internal sealed class PrometheusProcess : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-prometheus-");
    private readonly Process process;

    /// <param name="executable">Where it is installed.</param>
    /// <param name="targets">What it scrapes five times a second, as host and port with the value of the label <c>track</c>.</param>
    public PrometheusProcess(string executable, params (string Target, string Track)[] targets)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var configuration = Path.Combine(folder.FullName, "prometheus.yml");
        File.WriteAllLines(
            configuration,
            [
                "global: { scrape_interval: 200ms, scrape_timeout: 200ms }",
                "scrape_configs:",
                "- job_name: tracks",
                "  static_configs:",
                .. targets.Select(target =>
                    $"  - {{ targets: ['{target.Target}'], labels: {{ track: {target.Track} }} }}"
                ),
            ]
        );
        var start = new ProcessStartInfo(executable)
        {
            ArgumentList =
            {
                $"--config.file={configuration}",
                $"--storage.tsdb.path={folder.FullName}/data",
                $"--web.listen-address={Address.Authority}",
            },
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Where Prometheus is installed; null when it is not.</summary>
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "prometheus"))
            .FirstOrDefault(File.Exists);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    // Prometheus does not tell which port it took, so that 0 is of no use here.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
