using Nuke.Common;
using Nuke.Components;
using Octokit;
using Pipeline.Core.Versioning.Changelogs;

namespace Pipeline.Components.Releases;

/// <summary>Knows where the repository is hosted.</summary>
public interface IHazRepositoryHost : IHazGitRepository
{
    /// <summary>Token for the host's API.</summary>
    [Parameter("Token that may write contents and deployments of the repository on GitHub"), Secret]
    string? GitHubToken => TryGetValue(() => GitHubToken);

    /// <summary>Address of the repository, for the links in release notes; null without a remote.</summary>
    internal RepositoryLinks? Links =>
        GitRepository?.Endpoint is { } host ? new RepositoryLinks($"https://{host}/{GitRepository.Identifier}") : null;

    /// <summary>The repository on GitHub.</summary>
    /// <exception cref="InvalidOperationException">There is no remote whose path is <c>owner/name</c>.</exception>
    internal GitHubRepository GitHub =>
        GitRepository is { Endpoint: { } host, Identifier: { } path } && path.Split('/') is [var owner, var name]
            ? new GitHubRepository(
                new GitHubClient(new ProductHeaderValue("pipeline"), new Uri($"https://{host}"))
                {
                    Credentials = new Credentials(GitHubToken),
                },
                owner,
                name,
                TimeProvider.System
            )
            : throw new InvalidOperationException(
                "the repository has no remote of the form https://host/owner/name: add one, as 'git remote -v' should show it"
            );
}
