namespace Octokit;

/// <summary>What kind of object a tag points at.</summary>
public enum TaggedType
{
    Commit,
    Blob,
    Tree,
    Tag,
}
