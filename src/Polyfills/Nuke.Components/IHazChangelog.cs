using Nuke.Common;

namespace Nuke.Components;

/// <summary>A build that has a changelog.</summary>
public interface IHazChangelog : INukeBuild
{
    string ChangelogFile => RootDirectory / "CHANGELOG.md";
}
