using System.Collections.Immutable;
using Nuke.Common;
using Nuke.Common.CI.AzurePipelines;
using Nuke.Common.CI.GitHubActions;
using Pipeline.Components.Hosts.Diagnostics;
using Pipeline.Components.Hosts.Dialects;
using Pipeline.Components.Hosts.Summaries;
using Pipeline.Components.Secrets;

namespace Pipeline.Components.Hosts;

/// <summary>Tells a host of a run, in its own dialect and without secrets.</summary>
/// <param name="dialect">The host's dialect.</param>
/// <param name="files">The host's files.</param>
/// <param name="output">What the host reads; it must not take secrets out, since the host has to learn them.</param>
internal sealed class HostReport(HostDialect dialect, HostFiles files, TextWriter output)
{
    private readonly Lock gate = new();
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The warnings and errors so far, each once.</summary>
    public ImmutableArray<Diagnostic> Diagnostics
    {
        get
        {
            lock (gate)
                return [.. diagnostics];
        }
    }

    /// <summary>The report to the host that a build runs on.</summary>
    public static HostReport Of(INukeBuild build, TextWriter output) =>
        build.Host switch
        {
            GitHubActions => new HostReport(
                new GitHubDialect(),
                new HostFiles(
                    EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY"),
                    EnvironmentInfo.GetVariable("GITHUB_OUTPUT")
                ),
                output
            ),
            AzurePipelines => new HostReport(
                new AzureDialect(),
                new HostFiles(Summary: build.TemporaryDirectory / $"summary-{Environment.ProcessId}.md"),
                output
            ),
            _ => new HostReport(new TerminalDialect(), new HostFiles(), output),
        };

    /// <summary>Makes the host mask secrets, in every form that it would not find by itself.</summary>
    public void Mask(IEnumerable<string> secrets)
    {
        // Hosts take one line at a time; they ignore blank ones.
        var lines = secrets
            .SelectMany(SecretForms.Of)
            .Where(form => form.AsSpan().IndexOfAny('\r', '\n') < 0)
            .Distinct();
        Print(lines.SelectMany(dialect.Mask));
    }

    /// <summary>Shows a diagnostic at its place in the sources; false when that is left to the log.</summary>
    public bool Annotate(Diagnostic diagnostic)
    {
        var shown = diagnostic with { Message = KnownSecrets.Redact(diagnostic.Message) };
        lock (gate)
        {
            var isNew = !diagnostics.Contains(shown);
            if (isNew)
                diagnostics.Add(shown);
            if (shown.At is null || dialect.Annotate(shown) is not { } line)
                return false;
            if (isNew)
                Print([line]);
            return true;
        }
    }

    /// <summary>Says how far the run is.</summary>
    public void Started(string target, int done, int all)
    {
        if (dialect.Progress(done, all, target) is { } line)
            Print([line]);
    }

    /// <summary>Hands over the page of the run and its outputs.</summary>
    public void Finish(bool isSuccess, IEnumerable<TargetOutcome> targets)
    {
        var run = new RunSummary(isSuccess, [.. targets.Select(WithoutSecrets)], Diagnostics);
        foreach (var (name, value) in run.Outputs)
        {
            if (dialect.SetOutput(name, value) is { } line)
                Print([line]);
            else if (files.Outputs is { Length: > 0 } file)
                File.AppendAllText(file, GitHubOutput.Entry(name, value));
        }

        if (files.Summary is { Length: > 0 } summary)
            Write(run, summary);
    }

    private static TargetOutcome WithoutSecrets(TargetOutcome target) =>
        target with
        {
            Remarks =
            [
                .. target.Remarks.Select(remark => KeyValuePair.Create(remark.Key, KnownSecrets.Redact(remark.Value))),
            ],
        };

    // Steps before this one may have written to the same page.
    private void Write(RunSummary run, string file)
    {
        var written = File.Exists(file) ? (int)Math.Min(new FileInfo(file).Length, SummaryMarkdown.Limit) : 0;
        File.AppendAllText(file, SummaryMarkdown.Of(run, SummaryMarkdown.Limit - written));
        if (dialect.UploadSummary(file) is { } line)
            Print([line]);
    }

    private void Print(IEnumerable<string> lines)
    {
        Console.Out.Flush();
        foreach (var line in lines)
            output.WriteLine(line);
        output.Flush();
    }
}
