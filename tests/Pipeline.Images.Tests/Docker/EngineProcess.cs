using System.Diagnostics;
using Docker.DotNet;
using Pipeline.Images.Docker;

namespace Pipeline.Images.Tests.Docker;

/// <summary>A Docker engine of this test alone, with its own storage and socket.</summary>
sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly ScratchDirectory scratch = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> log = [];
    private Process? process;

    public string Host => $"unix://{scratch["docker.sock"]}";

    /// <summary>Why no engine can be started here; null when one can.</summary>
    public static string? Missing =>
        !OperatingSystem.IsLinux() ? "the Docker engine runs on Linux"
        : Environment.UserName != "root" ? "only root can start a Docker engine"
        : !File.Exists("/usr/sbin/dockerd") ? "dockerd is not installed (Debian package docker.io)"
        : null;

    public async Task<DockerClient> StartAsync()
    {
        process = Process.Start(
            new ProcessStartInfo(
                "/usr/sbin/dockerd",
                [
                    $"--host={Host}",
                    $"--data-root={scratch["data"]}",
                    $"--exec-root={scratch["exec"]}",
                    $"--pidfile={scratch["pid"]}",
                    "--storage-driver=vfs",
                    "--bridge=none",
                    "--iptables=false",
                ]
            )
            {
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(StartTime);
        return await DockerEngine.ConnectAsync(Host, default);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExitAsync();
            await process.WaitForExitAsync().WaitAsync(StartTime);
            process.Dispose();
        }

        scratch.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException($"dockerd ended:\n{string.Join('\n', log)}"));
            return;
        }

        log.Add(line);
        if (line.Contains("API listen on", StringComparison.Ordinal))
            listening.TrySetResult();
    }
}
