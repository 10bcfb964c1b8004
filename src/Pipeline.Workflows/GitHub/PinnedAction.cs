namespace Pipeline.Workflows.GitHub;

/// <summary>An action at one commit. Tags can be moved, commits cannot.</summary>
/// <param name="Repository">Owner and name.</param>
/// <param name="Tag">The release that the commit belongs to.</param>
/// <param name="Commit">The full hash of the commit; not that of an annotated tag.</param>
public sealed record PinnedAction(string Repository, string Tag, string Commit);
