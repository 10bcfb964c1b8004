using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>A build that has a folder for reports.</summary>
public interface IHazReports : IHazArtifacts
{
    AbsolutePath ReportDirectory => ArtifactsDirectory / "reports";
}
