namespace Nuke.Common.Tooling;

/// <summary>The stream that a process wrote to.</summary>
public enum OutputType
{
    Std,
    Err,
}
