namespace Octokit;

/// <summary>Names a Git object.</summary>
public class GitReference
{
    public string Sha { get; set; }
}
