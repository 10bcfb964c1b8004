using System.Diagnostics;

namespace ImageBuild;

/// <summary>Our builder and <c>docker build</c> over the same published files, each cold and with one assembly changed.</summary>
static class BuildTimes
{
    private const int Runs = 5;

    public static async Task MeasureAsync(string published)
    {
        using var sample = new Sample(published);
        File.WriteAllText(
            Path.Combine(sample.Published, "Dockerfile"),
            $"FROM scratch\nCOPY . /app/\nUSER 65532\nENTRYPOINT [\"/app/{Sample.EntryPoint}\"]\n"
        );
        // Whatever is compiled just in time should be, and the files be in the page cache, for both.
        await sample.BuildAsync();
        await DockerAsync(sample, "--no-cache");

        await ReportAsync("cold", () => { }, sample.Forget, sample, "--no-cache");
        await ReportAsync("one assembly changed", sample.Change, () => { }, sample);
        await ReportAsync("nothing changed", () => { }, () => { }, sample);
    }

    private static async Task ReportAsync(
        string what,
        Action change,
        Action forget,
        Sample sample,
        params string[] options
    )
    {
        var (ours, theirs) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Runs; i++)
        {
            change();
            forget();
            ours.Add(await Sample.TimeAsync(sample.BuildAsync));
            theirs.Add(await Sample.TimeAsync(() => DockerAsync(sample, options)));
        }

        var (median, docker) = (Median(ours), Median(theirs));
        Console.WriteLine(
            $"{what}: {median.TotalSeconds:0.000} s, docker build {docker.TotalSeconds:0.000} s: {docker / median:0.0} times as fast"
        );
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Runs / 2);

    private static async Task DockerAsync(Sample sample, params string[] options)
    {
        var start = new ProcessStartInfo("docker", ["build", "--quiet", .. options, sample.Published])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOCKER_BUILDKIT"] = "0" },
        };
        using var docker = Process.Start(start)!;
        var errors = docker.StandardError.ReadToEndAsync();
        await docker.StandardOutput.ReadToEndAsync();
        await docker.WaitForExitAsync();
        if (docker.ExitCode != 0)
            throw new InvalidOperationException($"docker build failed: {await errors}");
    }
}
