using System.Collections.Immutable;
using Nuke.Common;
using Nuke.Common.IO;
using Octokit;
using Pipeline.Components.Evidence;
using Pipeline.Components.Package;
using Pipeline.Core.Evidence;
using Pipeline.Core.Versioning.Changelogs;
using Pipeline.Core.Versioning.Releases;
using Serilog;

namespace Pipeline.Components.Releases;

/// <summary>Publishes a version on GitHub.</summary>
public interface IRelease : IChangelog, IWriteSbom, IHazEvidence
{
    /// <summary>What is published with the release: the bill of materials and the signed statements.</summary>
    AbsolutePath ReleaseDirectory => TemporaryDirectory / "release";

    Target Release =>
        _ =>
            _.Description(
                    "Publishes the version on GitHub: tag, release with notes and evidence, records of deployments"
                )
                .DependsOn(Changelog)
                .Consumes(BuildImage)
                .Consumes(Sbom)
                .Requires(() => GitHubToken)
                .Executes(async () =>
                {
                    RunState.Of(this).LockArtifacts(this);
                    var cancellation = RunState.Of(this).Signals.Token;
                    var image = ReadImage();
                    Assert.False(
                        image.IsDirty,
                        $"{image.Version} has changes that are not committed: commit, and build again"
                    );
                    var evidence = await OpenEvidenceAsync(cancellation);
                    await CollectAsync(image, evidence, cancellation);
                    await PublishAsync(ReleaseHistory.Read(RootDirectory), cancellation);
                    await RecordDeploymentsAsync(image, evidence, cancellation);
                });

    private async Task CollectAsync(ImageRecord image, ImageEvidence evidence, CancellationToken cancellationToken)
    {
        ReleaseDirectory.CreateOrCleanDirectory();
        if (SbomFile.FileExists())
            File.Copy(SbomFile, ReleaseDirectory / SbomFile.Name);
        await evidence.ExportAsync(image.Digest, ReleaseDirectory, cancellationToken);
    }

    private async Task PublishAsync(ReleaseHistory history, CancellationToken cancellationToken)
    {
        var wanted = new ReleaseRequest
        {
            Tag = $"v{history.Version}",
            Commit = history.Commit,
            Notes = history.Notes.Body(Links),
            IsPrerelease = history.IsPrerelease,
            Files =
            [
                .. new DirectoryInfo(ReleaseDirectory)
                    .EnumerateFiles()
                    .OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => new ReleaseFile(file.Name, file.Length)),
            ],
        };
        var done = await GitHub.PublishAsync(wanted, ReleaseDirectory, cancellationToken);
        Log.Information(
            done.IsEmpty ? "{Tag:l} is published already" : "{Tag:l} is published, with {Files} files",
            wanted.Tag,
            wanted.Files.Length
        );
    }

    private async Task RecordDeploymentsAsync(
        ImageRecord image,
        ImageEvidence evidence,
        CancellationToken cancellationToken
    )
    {
        var commit = JsonFile.Read<VersionRecord>(VersionFile, nameof(Version)).Commit;
        var verdicts = (await evidence.ReadAsync(image.Digest, cancellationToken))
            .Statements.Select(signed => signed.Statement.Predicate)
            .OfType<EvidencePredicate.Verified>()
            .GroupBy(verdict => verdict.Environment)
            .Select(group => group.MaxBy(verdict => verdict.FoundAt)!);
        foreach (var verdict in verdicts)
        {
            var state = verdict.Passed ? DeploymentState.Success : DeploymentState.Failure;
            if (
                await GitHub.RecordDeploymentAsync(
                    verdict.Environment,
                    commit,
                    state,
                    verdict.Sentence,
                    cancellationToken
                )
            )
                Log.Information("{Environment:l}: {State} recorded", verdict.Environment, state);
        }
    }
}
