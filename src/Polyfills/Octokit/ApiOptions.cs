namespace Octokit;

/// <summary>Which part of a long list is asked for.</summary>
public class ApiOptions
{
    /// <summary>How many pages; null for all.</summary>
    public int? PageCount { get; set; }

    /// <summary>How many entries a page has, at most 100; null for GitHub's default of 30.</summary>
    public int? PageSize { get; set; }
}
