using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>
/// What succeeded so far, kept in <c>.nuke/temp/build-attempt.log</c> for <c>--continue</c>: the command, then a target per line.
/// </summary>
internal sealed class BuildAttempt(BuildRun run)
{
    private readonly List<string> succeeded = [];

    private AbsolutePath Log => run.TemporaryDirectory / "build-attempt.log";

    private string Command =>
        run.Secrets.Redact(
            string.Join(' ', run.Settings.Arguments.Where(x => ParameterName.Key(x) != "continue"))
                .ReplaceLineEndings(" ")
        );

    /// <summary>Starts the record of this run, or goes on with that of the last one.</summary>
    public void Start(IReadOnlyList<ExecutableTarget> plan)
    {
        if (
            run.Options.Continue
            && File.Exists(Log)
            && File.ReadAllLines(Log) is [var command, .. var names]
            && command == Command
        )
        {
            succeeded.AddRange(names);
            foreach (var target in plan.Where(x => names.Contains(x.Name)))
            {
                target.Status = ExecutionStatus.Skipped;
                target.Skipped = "succeeded in the last attempt";
            }
        }

        Write();
    }

    public void Record(ExecutableTarget target)
    {
        succeeded.Add(target.Name);
        Write();
    }

    // The whole of it each time: another run at the same moment has a record of its own, and the two must not mix.
    private void Write() => SharedFile.Replace(Log, string.Join('\n', [Command, .. succeeded]) + "\n");
}
