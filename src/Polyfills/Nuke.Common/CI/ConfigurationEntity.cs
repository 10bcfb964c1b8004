using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>A part of a CI service's configuration that can write itself.</summary>
public abstract class ConfigurationEntity
{
    /// <summary>Writes the part.</summary>
    public abstract void Write(CustomFileWriter writer);
}
