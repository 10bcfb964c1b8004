namespace Pipeline.Core.Versioning;

/// <summary>Which part of a version a change raises; the greater one wins.</summary>
public enum VersionBump
{
    None,
    Patch,
    Minor,
    Major,
}
