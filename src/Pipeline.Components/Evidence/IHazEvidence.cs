using Nuke.Components;

namespace Pipeline.Components.Evidence;

/// <summary>Has a place for statements about images.</summary>
public interface IHazEvidence : IHazArtifacts
{
    /// <summary>The statements.</summary>
    EvidenceFolder Evidence => new(ArtifactsDirectory / "evidence");
}
