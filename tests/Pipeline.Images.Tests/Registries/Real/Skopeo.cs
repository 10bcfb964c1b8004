using System.Diagnostics;

namespace Pipeline.Images.Tests.Registries.Real;

/// <summary>Runs skopeo; a test skips where it is not installed.</summary>
static class Skopeo
{
    const string Program = "/usr/bin/skopeo";

    public static async Task<string> RunAsync(params string[] arguments)
    {
        Skip.IfNot(File.Exists(Program), "skopeo is not installed (Debian package skopeo)");
        var start = new ProcessStartInfo(Program, ["--insecure-policy", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var skopeo = Process.Start(start)!;
        var output = await Task.WhenAll(skopeo.StandardOutput.ReadToEndAsync(), skopeo.StandardError.ReadToEndAsync());
        await skopeo.WaitForExitAsync();
        Assert.True(skopeo.ExitCode == 0, output[1]);
        return output[0];
    }
}
