using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Records;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Computes the version of what is built.</summary>
public interface IHazVersion : IHazRecords
{
    /// <summary>Where the version is written.</summary>
    AbsolutePath VersionFile => ArtifactsDirectory / "version.json";

    Target Version =>
        _ =>
            _.Description("Computes the version from tags and Conventional Commits")
                .Produces(VersionFile)
                .Executes(() =>
                {
                    RunState.Of(this).LockArtifacts(this);
                    var record = VersionRecord.Of(GitHistory.Read(RootDirectory));
                    JsonFile.Write(VersionFile, record);
                    Log.Information("{Version:l} (commit {Commit:l})", record.Version, record.Commit[..12]);
                    ReportSummary(_ => new Dictionary<string, string> { ["Version"] = record.Version });
                });
}
