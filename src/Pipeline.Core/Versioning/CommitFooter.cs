namespace Pipeline.Core.Versioning;

/// <summary>A footer of a commit message.</summary>
/// <param name="Token">For example <c>Refs</c> or <c>BREAKING CHANGE</c>.</param>
/// <param name="Value">May span several lines.</param>
public sealed record CommitFooter(string Token, string Value)
{
    /// <summary>Whether it announces a breaking change; this token alone is in capitals.</summary>
    public bool IsBreaking => Token is "BREAKING CHANGE" or "BREAKING-CHANGE";
}
