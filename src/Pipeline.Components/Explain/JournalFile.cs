using System.Globalization;
using System.Text;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Analysis.Verdicts.Journals;
using Pipeline.Core.Rollouts;
using Serilog;

namespace Pipeline.Components.Explain;

/// <summary>Writes down what an executor does with a rollout, line by line, so that a killed one has left all but its last line.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly JournalLines lines = new();
    private readonly TimeProvider clock;
    private FileStream? file;

    private JournalFile(TimeProvider clock) => this.clock = clock;

    /// <summary>Begins the journal of one run of a rollout; each run has its own file.</summary>
    /// <param name="folder">Folder of the records about an image.</param>
    /// <param name="plan">The rollout.</param>
    /// <param name="clock">The time.</param>
    public static JournalFile Begin(string folder, RolloutPlan plan, TimeProvider clock)
    {
        var journal = new JournalFile(clock);
        journal.Try(() => journal.file = Create(Path.Combine(folder, plan.Id), clock.GetUtcNow()));
        journal.Write(
            new JournalLine.Began
            {
                At = clock.GetUtcNow(),
                Rollout = plan.Id,
                Environment = plan.Environment,
                ProgramVersion = Components.ProgramVersion.Current,
                Plan = [.. plan.Describe()],
            }
        );
        return journal;
    }

    /// <summary>Notes the phase that the rollout entered.</summary>
    public void Entered(RolloutState state) =>
        Write(
            new JournalLine.Entered(state.Describe(), state.Outcome is null ? null : state.Conclusion())
            {
                At = clock.GetUtcNow(),
            }
        );

    /// <summary>Notes a look at a stage.</summary>
    public void Looked(RolloutState state, StageRecord record, RolloutObservation.Judged judged)
    {
        var place = new StagePlace(state.Stage + 1, state.Plan.Stages.Length, state.CurrentStage.Weight);
        foreach (var line in lines.Look(clock.GetUtcNow(), place, record, judged.Sentence, judged.Outcome is not null))
            Write(line);
    }

    public void Dispose() => file?.Dispose();

    private static FileStream Create(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        var name = now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, name + ".jsonl");
        for (var again = 2; File.Exists(path); again++)
            path = Path.Combine(folder, $"{name}-{again}.jsonl");
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    private void Write(JournalLine line) =>
        Try(() =>
        {
            file?.Write(Encoding.UTF8.GetBytes(JournalText.Write(line)));
            file?.Flush();
        });

    // A rollout in the middle is in more danger from stopping here than from not being explained later.
    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.Warning(
                "the journal of this rollout ends here, Explain will lack the rest: {Problem:l}",
                problem.Message
            );
            file = null;
        }
    }
}
