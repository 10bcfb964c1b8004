namespace Nuke.Common.Tooling;

/// <summary>The tool's error output is no error in itself, and is logged as its standard output is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LogErrorAsStandard : Attribute;
