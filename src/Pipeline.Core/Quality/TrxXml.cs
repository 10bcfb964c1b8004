using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Pipeline.Core.Quality;

/// <summary>Reads the TRX reports of <c>dotnet test</c>.</summary>
public static class TrxXml
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The summary of one test run.</summary>
    /// <param name="xml">The text of the report.</param>
    /// <param name="origin">Where it came from, for the error message.</param>
    /// <exception cref="FormatException">It is no TRX report.</exception>
    public static TestRunSummary Parse(string xml, string origin)
    {
        var root = XmlText.Parse(xml, "TestRun", origin);
        var results = root.Elements(Trx + "Results")
            .Elements(Trx + "UnitTestResult")
            .ToLookup(result => XmlText.Attribute(result, "outcome", origin));
        string NameOf(XElement result) => XmlText.Attribute(result, "testName", origin);

        // What neither passed nor was skipped failed: "Failed", but also "Error", "Timeout" and "Aborted".
        var failed = results
            .Where(outcome => outcome.Key is not ("Passed" or "NotExecuted"))
            .SelectMany(outcome => outcome)
            .Select(result => new FailedTest(NameOf(result), MessageOf(result), PlaceOf(result)))
            .ToImmutableArray();
        return new TestRunSummary
        {
            Passed = results["Passed"].Count(),
            Failed = failed.IsEmpty ? [.. Breakdown(root, origin)] : failed,
            Skipped = [.. results["NotExecuted"].Select(result => new SkippedTest(NameOf(result), MessageOf(result)))],
            Duration = DurationOf(root),
        };
    }

    private static string MessageOf(XElement result)
    {
        var output = result.Element(Trx + "Output");
        var message =
            output?.Element(Trx + "ErrorInfo")?.Element(Trx + "Message")?.Value
            ?? output?.Element(Trx + "StdOut")?.Value;
        return message?.Trim() ?? "";
    }

    private static SourceLocation? PlaceOf(XElement result) =>
        result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo")?.Element(Trx + "StackTrace")?.Value is { } trace
            ? SourceLocation.OfStackTrace(trace)
            : null;

    // A test host that crashed leaves no failed test, only a run that did not complete.
    private static IEnumerable<FailedTest> Breakdown(XElement root, string origin)
    {
        var summary = root.Element(Trx + "ResultSummary");
        if (summary?.Attribute("outcome")?.Value is not ("Failed" or "Aborted" or "Error" or "Timeout"))
            yield break;

        var errors = summary
            .Elements(Trx + "RunInfos")
            .Elements(Trx + "RunInfo")
            .Where(info => info.Attribute("outcome")?.Value == "Error")
            .Select(info => info.Value.Trim());
        yield return new FailedTest(origin, $"the test run broke off: {string.Join("; ", errors)}");
    }

    private static TimeSpan DurationOf(XElement root) =>
        root.Element(Trx + "Times") is { } times
        && Time(times, "start") is { } start
        && Time(times, "finish") is { } finish
            ? finish - start
            : TimeSpan.Zero;

    private static DateTimeOffset? Time(XElement times, string name) =>
        DateTimeOffset.TryParse(times.Attribute(name)?.Value, CultureInfo.InvariantCulture, out var time) ? time : null;
}
