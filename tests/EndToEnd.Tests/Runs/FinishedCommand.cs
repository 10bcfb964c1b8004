using System.Collections.Immutable;

namespace EndToEnd.Tests.Runs;

/// <summary>A command that has ended.</summary>
/// <param name="Command">Program and arguments.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Lines">All that it printed, errors included, in order of arrival.</param>
public sealed record FinishedCommand(string Command, int ExitCode, ImmutableArray<OutputLine> Lines)
{
    private const int Excerpt = 40;

    /// <summary>All that it printed.</summary>
    public string Text => string.Join(Environment.NewLine, Lines.Select(line => line.Text));

    /// <summary>Demands an exit code.</summary>
    public FinishedCommand Exits(params int[] codes)
    {
        if (!codes.Contains(ExitCode))
            Fail($"exited with {ExitCode} instead of {string.Join(" or ", codes)}");
        return this;
    }

    /// <summary>Demands a line that contains all of some texts, and returns the first one.</summary>
    public OutputLine Says(params string[] texts)
    {
        var line = Lines.FirstOrDefault(line => texts.All(text => line.Text.Contains(text, StringComparison.Ordinal)));
        if (line is null)
            Fail($"did not say '{string.Join("' and '", texts)}'");
        return line!;
    }

    /// <summary>Demands that no line contains a text.</summary>
    public void NeverSays(string text)
    {
        if (Lines.FirstOrDefault(line => line.Text.Contains(text, StringComparison.Ordinal)) is { } line)
            Fail($"said '{line.Text}'");
    }

    /// <summary>The last lines that are not empty.</summary>
    public string End(int lines) =>
        string.Join(
            Environment.NewLine,
            Lines.Select(line => line.Text).Where(text => text.Length > 0).TakeLast(lines)
        );

    private void Fail(string problem) => Assert.Fail($"{Command} {problem}:{Environment.NewLine}{End(Excerpt)}");
}
