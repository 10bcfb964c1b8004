namespace Pipeline.Core.Quality;

/// <summary>What a scanner looked for when it found something.</summary>
public enum FindingKind
{
    Vulnerability,
    Misconfiguration,
    Secret,
    License,
}
