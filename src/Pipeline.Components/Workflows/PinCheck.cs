using Octokit;
using Pipeline.Workflows.GitHub;

namespace Pipeline.Components.Workflows;

/// <summary>Asks the repositories of actions what their tags name.</summary>
/// <param name="client">GitHub.</param>
internal sealed class PinCheck(IGitHubClient client)
{
    /// <summary>What became of each action, in their order.</summary>
    public async Task<IReadOnlyList<PinFinding>> RunAsync(IEnumerable<PinnedAction> actions) =>
        await Task.WhenAll(actions.Select(FindAsync));

    private async Task<PinFinding> FindAsync(PinnedAction action)
    {
        var (owner, name) = action.Repository.Split('/') is [var first, var second, ..]
            ? (first, second)
            : throw new FormatException($"expected owner/name, found '{action.Repository}'");
        return new PinFinding(
            action,
            await OrNullAsync(() => CommitOfAsync(owner, name, action.Tag)),
            await OrNullAsync(async () => (await client.Repository.Release.GetLatest(owner, name)).TagName)
        );
    }

    // An annotated tag is an object of its own, whose hash is not that of the commit.
    private async Task<string> CommitOfAsync(string owner, string name, string tag)
    {
        var target = (await client.Git.Reference.Get(owner, name, $"tags/{tag}")).Object;
        while (target.Type.Value == TaggedType.Tag)
            target = (await client.Git.Tag.Get(owner, name, target.Sha)).Object;
        return target.Sha;
    }

    private static async Task<string?> OrNullAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
