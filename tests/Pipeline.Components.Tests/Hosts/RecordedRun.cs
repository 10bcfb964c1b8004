using System.Globalization;
using Pipeline.Components.Hosts;
using Pipeline.Components.Hosts.Dialects;
using Pipeline.Components.Hosts.Summaries;
using Pipeline.Components.Secrets;
using Pipeline.Components.Verify;
using Pipeline.Core.Quality;
using Serilog;

namespace Pipeline.Components.Tests.Hosts;

/// <summary>A run with a compiler error, a warning, a failed test, a secret, a skipped target and a failed one, as a host is told of it.</summary>
internal static class RecordedRun
{
    private const string Secret = "recorded \"s3cr3t\"\nof two lines";

    private static readonly TestRunSummary Tests = new()
    {
        Passed = 120,
        Failed =
        [
            new FailedTest(
                "Orders.Total_is_rounded(value: 0.5)",
                "Assert.Equal() Failure\nExpected: 1\nActual:   0",
                new SourceLocation("/repo/tests/OrderTests.cs", 42)
            ),
        ],
        Skipped = [new SkippedTest("Orders.Are_stored", "no database")],
    };

    private static readonly TargetOutcome[] Targets =
    [
        new("Version", "Succeeded", TimeSpan.FromSeconds(0.04), [new("Version", "1.2.3")]),
        new("Compile", "Failed", TimeSpan.FromSeconds(12.34), [new("Failed", "Process 'dotnet' exited with code 1.")]),
        new("Test", "Failed", TimeSpan.FromSeconds(60), [new("Tests", TestReport.Counts(Tests))]),
        new("CoverageGate", "Succeeded", TimeSpan.FromSeconds(0.5), [new("coverage", "91.5 % of 4,120 lines")]),
        new("BuildImage", "Succeeded", TimeSpan.FromSeconds(3), [new("Digest", "sha256:0123456789abcdef")]),
        new("ScanImage", "Succeeded", TimeSpan.FromSeconds(9), [new("scan", $"nothing found with {Secret}")]),
        new("Format", "Skipped", null, [new("Skipped", "via parameter")]),
        new("DeployProduction", "NotRun", null, []),
    ];

    /// <summary>What the host reads, then the files that it is left.</summary>
    public static string Play(HostDialect dialect, bool hasOutputFile)
    {
        using var folder = new TemporaryFolder();
        var files = new HostFiles(
            dialect is TerminalDialect ? null : Path.Combine(folder.Path, "summary.md"),
            hasOutputFile ? Path.Combine(folder.Path, "output") : null
        );
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var report = new HostReport(dialect, files, output);
        var previous = Log.Logger;
        using var console = Console(output);
        var thread = Environment.CurrentManagedThreadId;
        // There is one log in a process, and other tests write to it at the same time.
        using var log = new LoggerConfiguration()
            .Filter.ByIncludingOnly(_ => Environment.CurrentManagedThreadId == thread)
            .WriteTo.Sink(new HostLog(report, "/repo", console))
            .CreateLogger();
        Log.Logger = log;

        Tell(report);
        Log.Logger = previous;

        foreach (var file in Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal))
            output.WriteLine($"--- {Path.GetFileName(file)}\n{File.ReadAllText(file)}");
        return output.ToString().Replace(folder.Path, "/runner");
    }

    private static void Tell(HostReport report)
    {
        report.Mask([Secret]);
        KnownSecrets.Add([Secret]);
        report.Started("Compile", done: 1, all: 8);
        Log.Error("/repo/src/Order.cs(3,5): error CS1002: ; expected [/repo/src/Shop.csproj]");
        Log.Warning("/repo/src/Order.cs(7,12): warning CS0168: 'x' is never used [/repo/src/Shop.csproj]");
        // MSBuild says everything twice: when it happens, and once more at the end.
        Log.Error("/repo/src/Order.cs(3,5): error CS1002: ; expected [/repo/src/Shop.csproj]");
        report.Started("Test", done: 2, all: 8);
        TestReport.Print(Tests);
        Log.Error("no route to the registry with {Password:l}", Secret);
        report.Finish(isSuccess: false, Targets);
    }

    private static Serilog.Core.Logger Console(TextWriter output) =>
        new LoggerConfiguration()
            .WriteTo.Sink(
                new RedactingSink(new LoggerConfiguration().WriteTo.Sink(new LineSink(output)).CreateLogger())
            )
            .CreateLogger();
}
