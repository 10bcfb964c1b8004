namespace Pipeline.Workflows.GitHub;

/// <summary>What became of a pinned action since it was pinned.</summary>
/// <param name="Action">The action.</param>
/// <param name="CommitOfTag">The commit that its tag names now; null when the tag is gone.</param>
/// <param name="LatestTag">The tag of its latest release; null when it has none.</param>
public sealed record PinFinding(PinnedAction Action, string? CommitOfTag, string? LatestTag)
{
    /// <summary>Why the pin must not be trusted, with what to do; null if it may.</summary>
    public string? Problem =>
        CommitOfTag is null
            ? $"{Action.Repository}: there is no tag {Action.Tag} any more: look why, then pin another release in PinnedActions.cs"
        : CommitOfTag != Action.Commit
            ? $"{Action.Repository}: tag {Action.Tag} is commit {CommitOfTag}, pinned as {Action.Commit}: find out which of them the authors published"
        : null;

    /// <summary>What could be pinned instead; null for the latest release.</summary>
    public string? Behind =>
        LatestTag is null || LatestTag == Action.Tag
            ? null
            : $"{Action.Repository}: {Action.Tag} is pinned, {LatestTag} is the latest release";
}
