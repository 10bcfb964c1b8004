using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>A build that has a folder for what it makes.</summary>
public interface IHazArtifacts : INukeBuild
{
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";
}
