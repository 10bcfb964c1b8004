namespace Nuke.Common.Execution;

/// <summary>An attribute of the build class that takes part in the run.</summary>
public interface IBuildExtension
{
    /// <summary>Extensions of higher priority come first.</summary>
    float Priority { get; }
}
