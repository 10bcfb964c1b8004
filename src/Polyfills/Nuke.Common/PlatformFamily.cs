namespace Nuke.Common;

/// <summary>The families of operating systems that a build distinguishes.</summary>
public enum PlatformFamily
{
    Unknown,
    Windows,
    Linux,
    OSX,
}
