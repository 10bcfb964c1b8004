using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Pipeline.Components.Records;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Pipeline.Components.Verify;

/// <summary>Refuses sources that the formatter would change.</summary>
public interface IFormatCheck : IRestoreSolution
{
    Target Format =>
        _ =>
            _.Description("Checks that every source is formatted")
                .DependsOn(Restore)
                .Executes(() => DoOnce(nameof(Format), Formatted, CheckFormat));

    private static TargetInputs Formatted =>
        TargetInputs.Of("build", "src", "tests", "benchmarks", ".config", ".csharpierrc", ".csharpierignore");

    private void CheckFormat()
    {
        DotNetToolRestore(_ => _.SetProcessWorkingDirectory(RootDirectory).DisableProcessOutputLogging());
        var unformatted = 0;
        // The formatter shows each difference; the names of the files are enough here.
        DotNet(
            "csharpier check .",
            RootDirectory,
            logger: (_, line) =>
            {
                if (!line.EndsWith("Was not formatted.", StringComparison.Ordinal))
                    return;
                unformatted++;
                Log.Error("{Line:l}", line);
            },
            exitHandler: process =>
            {
                if (unformatted > 0)
                    Assert.Fail($"{unformatted} sources are not formatted: dotnet csharpier format . mends them");
                return process.AssertZeroExitCode();
            }
        );
    }
}
