namespace Nuke.Common;

/// <summary>What happens to the dependencies of a target that is skipped before the build starts.</summary>
public enum DependencyBehavior
{
    /// <summary>They are skipped too, unless something else needs them.</summary>
    Skip,

    /// <summary>They run all the same.</summary>
    Execute,
}
