namespace Octokit;

/// <summary>What is to be changed of a release; what is null stays.</summary>
public class ReleaseUpdate
{
    public string Name { get; set; }

    public string Body { get; set; }

    public bool? Draft { get; set; }

    public bool? Prerelease { get; set; }
}
