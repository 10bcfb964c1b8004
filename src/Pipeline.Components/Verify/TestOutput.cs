using Nuke.Common.Tooling;
using Serilog;

namespace Pipeline.Components.Verify;

/// <summary>What a run shows of its test runners while they run: a line per project, and what goes wrong.</summary>
internal static class TestOutput
{
    private static readonly string[] Telling = ["Passed!", "Failed!", "[FAIL]", "aborted", "error "];

    public static void Print(OutputType type, string line)
    {
        if (Telling.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
            Log.Information("{Line:l}", line);
    }
}
