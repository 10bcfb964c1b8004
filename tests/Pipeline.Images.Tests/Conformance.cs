using System.Diagnostics;

namespace Pipeline.Images.Tests;

/// <summary>Runs the reference implementations of <c>tests/conformance</c>; a test skips where they are not installed.</summary>
static class Conformance
{
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        var folder = Path.Combine(Snapshot.Root(), "tests", "conformance");
        Skip.IfNot(Directory.Exists(Path.Combine(folder, "node_modules")), $"run npm ci in {folder}");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var output = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, string.Concat(output));
    }
}
