using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Registries.Real;

/// <summary>A docker-registry of this test alone, on a free port and with its own storage; a test skips where it is not installed.</summary>
sealed partial class RegistryProcess : IDisposable
{
    const string Program = "/usr/bin/docker-registry";

    static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    readonly Process _process;
    readonly ScratchDirectory _scratch;

    RegistryProcess(Process process, ScratchDirectory scratch, int port)
    {
        _process = process;
        _scratch = scratch;
        Host = $"127.0.0.1:{port}";
    }

    public string Host { get; }

    public static async Task<RegistryProcess> StartAsync(string? passwords = null)
    {
        Skip.IfNot(File.Exists(Program), "docker-registry is not installed (Debian package docker-registry)");
        var scratch = new ScratchDirectory();
        await File.WriteAllTextAsync(scratch["config.yml"], Configuration(scratch, passwords));
        var process = Process.Start(
            new ProcessStartInfo(Program, ["serve", scratch["config.yml"]]) { RedirectStandardError = true }
        )!;
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("docker-registry ended"));
            else if (Listening().Match(line.Data) is { Success: true } match)
                listening.TrySetResult(int.Parse(match.Groups["port"].Value, null));
        };
        process.BeginErrorReadLine();
        return new RegistryProcess(process, scratch, await listening.Task.WaitAsync(StartTime));
    }

    public RemoteRegistry Connect(string repository = "users", RemoteRegistryOptions? options = null) =>
        new(RegistryReference.Parse($"{Host}/{repository}"), options);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _scratch.Dispose();
    }

    static string Configuration(ScratchDirectory scratch, string? passwords) =>
        $$"""
            version: 0.1
            log: { level: info }
            storage:
              filesystem: { rootdirectory: {{scratch["storage"]}} }
              delete: { enabled: true }
            http: { addr: "127.0.0.1:0", secret: tests }
            {{(passwords is null ? "" : $"auth: {{ htpasswd: {{ realm: tests, path: {passwords} }} }}")}}
            """;

    [GeneratedRegex(@"listening on 127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
