using System.Collections.ObjectModel;

namespace Octokit;

/// <summary>A deployment to be recorded.</summary>
public class NewDeployment
{
    /// <param name="ref">Branch, tag or commit.</param>
    public NewDeployment(string @ref)
    {
        Ref = @ref;
    }

    public string Ref { get; }

    public string Task { get; set; }

    /// <summary>Whether GitHub merges the default branch into the reference first.</summary>
    public bool? AutoMerge { get; set; }

    /// <summary>Statuses that must be green; none for an empty list, all for null.</summary>
    public Collection<string> RequiredContexts { get; set; }

    public string Environment { get; set; }

    public string Description { get; set; }

    public bool? ProductionEnvironment { get; set; }
}
