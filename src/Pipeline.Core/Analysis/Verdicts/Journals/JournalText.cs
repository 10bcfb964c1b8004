using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>The written form of journals: a JSON object a line.</summary>
public static class JournalText
{
    /// <summary>A line as it is written, with its line feed.</summary>
    public static string Write(JournalLine line) => StableJson.WriteCompact(line) + "\n";

    /// <summary>Reads a journal.</summary>
    /// <param name="text">All of it; the last line may be cut off.</param>
    /// <param name="origin">Where it came from, for error messages.</param>
    /// <exception cref="FormatException">It is no journal, or a later version of this program wrote it.</exception>
    public static RolloutJournal Read(string text, string origin)
    {
        var whole = text.LastIndexOf('\n') + 1;
        var lines = text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
            throw new FormatException($"{origin}: expected the journal of a rollout, found no complete line");

        var began = ReadBegin(lines[0], origin);
        return lines
            .Index()
            .Skip(1)
            .Select(line => Parse(line.Item, origin, line.Index + 1))
            .Aggregate(
                new RolloutJournal
                {
                    Origin = origin,
                    Rollout = began.Rollout,
                    Began = began.At,
                    ProgramVersion = began.ProgramVersion,
                    Plan = began.Plan,
                    IsCutOff = whole < text.Length,
                },
                (journal, line) => Add(journal, line, origin)
            );
    }

    /// <summary>Reads the first line of a journal, which tells the rollout.</summary>
    /// <param name="line">The line.</param>
    /// <param name="origin">Where it came from, for error messages.</param>
    /// <exception cref="FormatException">It is no such line, or a later version of this program wrote it.</exception>
    public static JournalLine.Began ReadBegin(string line, string origin)
    {
        RefuseNewer(line, origin);
        return Parse(line, origin, 1) as JournalLine.Began
            ?? throw new FormatException(
                $"{origin}, line 1: expected the begin of a journal, found another line of one"
            );
    }

    /// <summary>Reads a record of version 1, which tells the last look of a rollout.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="rollout">Identifier of the rollout.</param>
    /// <param name="origin">Where it came from, for error messages.</param>
    /// <exception cref="FormatException">It is no such record.</exception>
    public static RolloutJournal ReadRecord(string text, string rollout, string origin)
    {
        RefuseNewer(text, origin);
        var record = StableJson.Read<StageRecord>(text, origin);
        var look = new JournaledLook(null, record, record.Verdict.Sentence, record.Verdict is not Verdict.Continue);
        return new RolloutJournal
        {
            Origin = origin,
            Rollout = rollout,
            Began = null,
            ProgramVersion = record.ProgramVersion,
            Stages = [new JournaledStage(null, [look])],
        };
    }

    private static RolloutJournal Add(RolloutJournal journal, JournalLine line, string origin)
    {
        switch (line)
        {
            case JournalLine.Entered entered:
                return journal with { Phases = journal.Phases.Add(entered) };
            case JournalLine.StageBegan began:
                // The looks that follow need the rules and the evidence that the stage begins with.
                var place = new StagePlace(began.Stage, began.Stages, began.Weight);
                return journal with { Stages = journal.Stages.Add(new JournaledStage(place, []) { Begin = began }) };
            case JournalLine.Looked looked when journal.Stages is [.., { Begin: { } begin } stage]:
                var before = stage.Looks.IsEmpty ? begin.Evidence : stage.Looks[^1].Record.Evidence;
                var record = new StageRecord
                {
                    ProgramVersion = journal.ProgramVersion,
                    Query = begin.Query,
                    Rules = begin.Rules,
                    Evidence = before.Plus(looked.Evidence),
                    Elapsed = looked.Elapsed,
                    Verdict = looked.Verdict,
                };
                var look = new JournaledLook(looked.At, record, looked.Decision, looked.Decides);
                return journal with
                {
                    Stages = journal.Stages.SetItem(
                        journal.Stages.Length - 1,
                        stage with
                        {
                            Looks = stage.Looks.Add(look),
                        }
                    ),
                };
            default:
                throw new FormatException($"{origin}: a {line.GetType().Name} line is out of place");
        }
    }

    private static JournalLine Parse(string line, string origin, int number) =>
        StableJson.Read<JournalLine>(line, $"{origin}, line {number}");

    private static void RefuseNewer(string json, string origin)
    {
        if (StableJson.Read<Versioned>(json, origin).SchemaVersion is > JournalLine.Began.CurrentSchema and var version)
            throw new FormatException(
                $"{origin}: schemaVersion is {version}, this program reads up to {JournalLine.Began.CurrentSchema}: use the program that wrote it"
            );
    }

    private sealed record Versioned(int SchemaVersion);
}
