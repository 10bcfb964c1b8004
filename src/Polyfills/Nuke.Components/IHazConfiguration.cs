using Nuke.Common;

namespace Nuke.Components;

/// <summary>A build that has a configuration.</summary>
public interface IHazConfiguration : INukeBuild
{
    /// <summary>Debug on a developer's machine and Release on a CI service, unless it is given.</summary>
    [Parameter("Configuration to build: Debug or Release (default Debug locally, Release on a server)")]
    Configuration Configuration =>
        TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
