using Pipeline.Components.Hosts.Diagnostics;
using Pipeline.Core.Quality;
using Serilog;

namespace Pipeline.Components.Verify;

/// <summary>The result files that a test run left.</summary>
internal static class TestReport
{
    /// <summary>All results below a folder together.</summary>
    public static TestRunSummary Read(string folder) =>
        ResultFiles
            .Find(folder, "*.trx")
            .Select(file => TrxXml.Parse(File.ReadAllText(file), Path.GetFileName(file)))
            .Aggregate(TestRunSummary.None, (all, next) => all.Merge(next));

    /// <summary>When the last of the tests ended.</summary>
    public static DateTimeOffset RanAt(string folder) =>
        ResultFiles.Find(folder, "*.trx").Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file))).Max();

    /// <summary>Says what failed, what was skipped and why, and how many there were.</summary>
    public static void Print(TestRunSummary run)
    {
        foreach (var test in run.Failed)
            LoggedDiagnostic.At(test.At).Error("{Test:l}: {Message:l}", test.Name, test.Message);
        foreach (var test in run.Skipped)
            Log.Warning("skipped: {Test:l}: {Reason:l}", test.Name, test.Reason);
        Log.Information("{Counts:l}", Counts(run));
    }

    /// <summary>How many tests passed, failed and were skipped.</summary>
    public static string Counts(TestRunSummary run) =>
        $"{run.Passed} passed, {run.Failed.Length} failed, {run.Skipped.Length} skipped";
}
