using System.Diagnostics;

namespace Pipeline.LocalCluster.Tests.Kubectl;

/// <summary>Runs kubectl against a kubeconfig, in one namespace.</summary>
public sealed class KubectlClient(string kubeconfig, string cache, string ns)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The path of kubectl, or null if it is not installed.</summary>
    public static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(directory => Path.Combine(directory, "kubectl"))
            .FirstOrDefault(File.Exists);

    public string Namespace => ns;

    /// <summary>Runs a command that must succeed, and returns its output.</summary>
    public async Task<string> RunAsync(string arguments, string input = "")
    {
        var (exitCode, output, error) = await TryAsync(arguments, input);
        Assert.True(exitCode == 0, $"kubectl {arguments}: exit code {exitCode}: {error}");
        return output;
    }

    /// <summary>Runs a command that must fail, and returns what it wrote to standard error.</summary>
    public async Task<string> FailAsync(string arguments, string input = "")
    {
        var (exitCode, output, error) = await TryAsync(arguments, input);
        Assert.True(exitCode != 0, $"kubectl {arguments}: succeeded: {output}");
        return error;
    }

    /// <summary>Runs a command that must succeed, and returns the lines of its output that are not empty.</summary>
    public async Task<string[]> LinesAsync(string arguments) =>
        (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a command that must succeed, and returns what it wrote to standard error.</summary>
    public async Task<string> ErrorsAsync(string arguments, string input)
    {
        var (exitCode, _, error) = await TryAsync(arguments, input);
        Assert.True(exitCode == 0, $"kubectl {arguments}: exit code {exitCode}: {error}");
        return error;
    }

    /// <summary>Repeats a command until it prints what is expected, and returns that.</summary>
    public async Task<string> UntilAsync(string arguments, Func<string, bool> isExpected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var output = await RunAsync(arguments);
            if (isExpected(output))
                return output;
            Assert.False(patience.IsCancellationRequested, $"kubectl {arguments}: still prints {output}");
        }
    }

    /// <summary>Starts a command that goes on until it is stopped; its output can be read line by line.</summary>
    public Process Start(string arguments)
    {
        var start = new ProcessStartInfo(Program!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Words are separated by spaces as in a shell, but nothing is quoted: JSON comes through as it is.
        string[] words = ["--kubeconfig", kubeconfig, "--cache-dir", cache, "-n", ns, .. arguments.Split(' ')];
        foreach (var word in words)
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private async Task<(int ExitCode, string Output, string Error)> TryAsync(string arguments, string input)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }
}
