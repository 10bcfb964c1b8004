using System.Collections.Immutable;
using Pipeline.Core.Analysis.Verdicts.Journals;

namespace Pipeline.Components.Explain;

/// <summary>The journals of rollouts, of this machine or handed over from another one.</summary>
/// <param name="path">A folder with evidence, at any depth, or a single journal.</param>
public sealed class JournalArchive(string path)
{
    /// <summary>The journals of one rollout, in the order in which they were begun.</summary>
    /// <param name="rollout">Identifier of the rollout; null for the latest.</param>
    /// <exception cref="UnknownRolloutException">There is none of that name, or none at all.</exception>
    /// <exception cref="FormatException">A file is no journal, or a later version of this program wrote it.</exception>
    public ImmutableArray<RolloutJournal> Of(string? rollout)
    {
        var files = Files();
        if (files.Count == 0)
            throw new UnknownRolloutException(
                $"{path} holds no journal of a rollout: deliver with ./build.sh first, or name other evidence with --evidence-path"
            );

        // The name of a file tells when it was begun, wherever it lies.
        var wanted =
            rollout
            ?? files.MaxBy(file => $"{Path.GetFileName(file.Path)} {file.Path}", StringComparer.Ordinal).Rollout;
        return files.Where(file => file.Rollout == wanted).Select(file => file.Path).ToList() is [_, ..] found
            ? [.. found.Select(Read).OrderBy(journal => journal.Began)]
            : throw new UnknownRolloutException(
                $"no rollout '{wanted}' in {path}; there is {string.Join(", ", files.Select(file => file.Rollout).Distinct().Order(StringComparer.Ordinal))}"
            );
    }

    private List<(string Rollout, string Path)> Files()
    {
        if (File.Exists(path))
            return [(RolloutOf(path), path)];
        if (!Directory.Exists(path))
            return [];

        return
        [
            .. Directory
                .EnumerateFiles(path, "*.json*", SearchOption.AllDirectories)
                .Where(file => IsJournal(file) || IsRecord(file))
                // A second journal of the same moment has a longer name.
                .OrderBy(file => Path.ChangeExtension(file, null), StringComparer.Ordinal)
                .Select(file => (RolloutOf(file), file)),
        ];
    }

    private static bool IsJournal(string file) => Path.GetExtension(file) == ".jsonl";

    // Version 1 was one file per rollout, named after it.
    private static bool IsRecord(string file) =>
        Path.GetExtension(file) == ".json" && Path.GetFileName(Path.GetDirectoryName(file)) == "records";

    private static string RolloutOf(string file)
    {
        if (!IsJournal(file))
            return Path.GetFileNameWithoutExtension(file);
        try
        {
            return JournalText.ReadBegin(File.ReadLines(file).FirstOrDefault("{}"), file).Rollout;
        }
        catch (FormatException)
        {
            // One that cannot be read must not hide the others; it is named when it is asked for.
            return Path.GetFileName(Path.GetDirectoryName(file)!);
        }
    }

    private static RolloutJournal Read(string file) =>
        IsJournal(file)
            ? JournalText.Read(File.ReadAllText(file), file)
            : JournalText.ReadRecord(File.ReadAllText(file), Path.GetFileNameWithoutExtension(file), file);
}
