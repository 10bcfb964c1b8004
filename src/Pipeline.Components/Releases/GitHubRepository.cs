using System.Collections.Immutable;
using Octokit;
using Pipeline.Core.Versioning.Releases;

namespace Pipeline.Components.Releases;

/// <summary>A repository on GitHub: its tags, releases and records of deployments.</summary>
/// <param name="client">The client, with a token that may write contents and deployments.</param>
/// <param name="owner">Owner of the repository.</param>
/// <param name="name">Name of the repository.</param>
/// <param name="time">The clock that pauses are measured by.</param>
internal sealed class GitHubRepository(IGitHubClient client, string owner, string name, TimeProvider time)
{
    private readonly GitHubRetry retry = new(time);

    /// <summary>Makes what is missing of a release; done already, nothing happens.</summary>
    /// <param name="wanted">The release.</param>
    /// <param name="folder">Where its files are.</param>
    /// <param name="cancellationToken">Ends it between two requests.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="TagConflictException">The tag names another commit.</exception>
    public async Task<ImmutableArray<ReleaseStep>> PublishAsync(
        ReleaseRequest wanted,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var release = await FindReleaseAsync(wanted.Tag, cancellationToken);
        var tagged = await FindTagAsync(wanted.Tag, cancellationToken);
        var steps = ReleasePlan.Of(wanted, StateOf(tagged, release));
        foreach (var step in steps)
            release = await TakeAsync(step, wanted, release, folder, cancellationToken);
        return steps;
    }

    /// <summary>Records that a commit was deployed to an environment, once.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="commit">Hash of the commit.</param>
    /// <param name="state">How it went.</param>
    /// <param name="description">How it went in words; cut at 140 characters, as GitHub does not take more.</param>
    /// <param name="cancellationToken">Ends it between two requests.</param>
    /// <returns>Whether something had to be recorded.</returns>
    public async Task<bool> RecordDeploymentAsync(
        string environment,
        string commit,
        DeploymentState state,
        string description,
        CancellationToken cancellationToken
    )
    {
        var newest = new ApiOptions { PageCount = 1, PageSize = 100 };
        var all = await SendAsync(() => client.Repository.Deployment.GetAll(owner, name, newest), cancellationToken);
        var deployment =
            all.FirstOrDefault(each => each.Sha == commit && each.Environment == environment)
            ?? await SendAsync(
                () => client.Repository.Deployment.Create(owner, name, New(environment, commit)),
                cancellationToken
            );
        var statuses = await SendAsync(
            () => client.Repository.Deployment.Status.GetAll(owner, name, deployment.Id),
            cancellationToken
        );
        if (statuses is [var last, ..] && last.State == state)
            return false;

        var status = new NewDeploymentStatus(state)
        {
            Description = description.Length <= 140 ? description : $"{description[..139]}…",
            AutoInactive = true,
        };
        await SendAsync(
            () => client.Repository.Deployment.Status.Create(owner, name, deployment.Id, status),
            cancellationToken
        );
        return true;
    }

    private static NewDeployment New(string environment, string commit) =>
        new(commit)
        {
            Environment = environment,
            // What is recorded has happened: nothing is to be merged or waited for.
            AutoMerge = false,
            RequiredContexts = [],
            ProductionEnvironment = environment == "production",
        };

    private async Task<Release?> TakeAsync(
        ReleaseStep step,
        ReleaseRequest wanted,
        Release? release,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var releases = client.Repository.Release;
        switch (step)
        {
            case ReleaseStep.CreateTag:
                var tag = new NewReference($"refs/tags/{wanted.Tag}", wanted.Commit);
                await SendAsync(() => client.Git.Reference.Create(owner, name, tag), cancellationToken);
                return release;
            case ReleaseStep.CreateRelease:
                var created = new NewRelease(wanted.Tag)
                {
                    Name = wanted.Tag,
                    Body = wanted.Notes,
                    Prerelease = wanted.IsPrerelease,
                };
                return await SendAsync(() => releases.Create(owner, name, created), cancellationToken);
            case ReleaseStep.ReplaceNotes:
                var update = new ReleaseUpdate { Body = wanted.Notes };
                return await SendAsync(() => releases.Edit(owner, name, release!.Id, update), cancellationToken);
            case ReleaseStep.RemoveFile remove:
                var asset = release!.Assets.Single(each => each.Name == remove.Name);
                await SendAsync(
                    async () =>
                    {
                        await releases.DeleteAsset(owner, name, asset.Id);
                        return asset;
                    },
                    cancellationToken
                );
                return release;
            case ReleaseStep.AddFile add:
                await SendAsync(
                    () => UploadAsync(release!, Path.Combine(folder, add.Name), cancellationToken),
                    cancellationToken
                );
                return release;
            default:
                throw new InvalidOperationException($"{step} is no step of a release");
        }
    }

    private async Task<ReleaseAsset> UploadAsync(Release release, string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        var upload = new ReleaseAssetUpload(Path.GetFileName(path), "application/json", content, timeout: null);
        return await client.Repository.Release.UploadAsset(release, upload, cancellationToken);
    }

    private async Task<Release?> FindReleaseAsync(string tag, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(() => client.Repository.Release.Get(owner, name, tag), cancellationToken);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private async Task<string?> FindTagAsync(string tag, CancellationToken cancellationToken)
    {
        try
        {
            var found = await SendAsync(() => client.Git.Reference.Get(owner, name, $"tags/{tag}"), cancellationToken);
            if (found.Object.Type == TaggedType.Commit)
                return found.Object.Sha;
            var annotated = await SendAsync(() => client.Git.Tag.Get(owner, name, found.Object.Sha), cancellationToken);
            return annotated.Object.Sha;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private static PublishedRelease StateOf(string? tagged, Release? release) =>
        release is null
            ? PublishedRelease.None with
            {
                TaggedCommit = tagged,
            }
            : new PublishedRelease(
                tagged,
                release.Body ?? "",
                [
                    .. release.Assets.Select(asset => new ReleaseFile(
                        asset.Name,
                        asset.State == "uploaded" ? asset.Size : -1
                    )),
                ]
            );

    private Task<T> SendAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken) =>
        retry.SendAsync(request, cancellationToken);
}
