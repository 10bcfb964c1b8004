namespace Pipeline.Core.Versioning.Changelogs;

/// <summary>The sections of a version in Keep a Changelog 1.1.0 (https://keepachangelog.com/en/1.1.0/), in their order, after what breaks.</summary>
public enum ChangeKind
{
    /// <summary>What users must change; such an entry is in no other section.</summary>
    Breaking,
    Added,
    Changed,
    Deprecated,
    Removed,
    Fixed,
    Security,
}
