namespace Nuke.Common.Tooling;

/// <summary>A tool that has to be there before the build runs.</summary>
public class ToolRequirement;
