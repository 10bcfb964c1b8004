using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Records;
using Pipeline.Core.Versioning.Changelogs;
using Serilog;

namespace Pipeline.Components.Releases;

/// <summary>Writes down what is new, from the commits since the last release.</summary>
public interface IChangelog : IHazRecords, IHazRepositoryHost, IHazApply
{
    /// <summary>The notes of the next release.</summary>
    AbsolutePath ReleaseNotesFile => ArtifactsDirectory / "release-notes.md";

    Target Changelog =>
        _ =>
            _.Description("Writes the notes of the next release; with --apply also its section of CHANGELOG.md")
                .Produces(ReleaseNotesFile)
                .Executes(() =>
                {
                    RunState.Of(this).LockArtifacts(this);
                    var notes = ReleaseHistory.Read(RootDirectory).Notes;
                    ReleaseNotesFile.WriteAllText(notes.Body(Links));
                    Log.Information("{Notes:l}", $"{notes.Heading(Links)}\n\n{notes.Body(Links)}");
                    if (Apply)
                        Insert(notes);
                    else
                        Log.Information("CHANGELOG.md is left as it is; --apply adds this section");
                });

    private void Insert(ReleaseNotes notes)
    {
        var file = RootDirectory / "CHANGELOG.md";
        file.WriteAllText(ChangelogFile.With(file.ReadAllText(), notes, Links));
        Log.Information("{File:l} has a section for {Version:l}", file.Name, notes.Version);
    }
}
