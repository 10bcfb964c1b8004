namespace Octokit;

/// <summary>A branch or tag to be made.</summary>
public class NewReference
{
    /// <param name="reference">For example <c>refs/tags/v1.0.0</c>.</param>
    /// <param name="sha">Hash of the commit or tag that it points at.</param>
    public NewReference(string reference, string sha)
    {
        Ref = reference;
        Sha = sha;
    }

    public string Ref { get; }

    public string Sha { get; }
}
