using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>
/// What succeeded so far, kept in <c>.nuke/temp/build-attempt.log</c> for <c>--continue</c>: the command, then a target per line.
/// </summary>
internal sealed class BuildAttempt(BuildRun run)
{
    private AbsolutePath Log => run.TemporaryDirectory / "build-attempt.log";

    private string Command =>
        run.Secrets.Redact(
            string.Join(' ', run.Settings.Arguments.Where(x => ParameterName.Key(x) != "continue"))
                .ReplaceLineEndings(" ")
        );

    /// <summary>Starts the record of this run, or goes on with that of the last one.</summary>
    public void Start(IReadOnlyList<ExecutableTarget> plan)
    {
        if (run.Options.Continue && File.Exists(Log))
        {
            var lines = File.ReadAllLines(Log);
            if (lines.FirstOrDefault() == Command)
            {
                foreach (var target in plan.Where(x => lines.Skip(1).Contains(x.Name)))
                {
                    target.Status = ExecutionStatus.Skipped;
                    target.Skipped = "succeeded in the last attempt";
                }

                return;
            }
        }

        SharedFile.Replace(Log, Command + "\n");
    }

    public void Record(ExecutableTarget target) => SharedFile.Append(Log, target.Name);
}
