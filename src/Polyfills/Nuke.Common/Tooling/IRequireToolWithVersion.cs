namespace Nuke.Common.Tooling;

/// <summary>Tasks that need a tool in a certain version.</summary>
public interface IRequireToolWithVersion;
