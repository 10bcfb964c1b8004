namespace Nuke.Common.Tooling;

/// <summary>Tasks whose tool is found on the PATH.</summary>
public interface IRequirePathTool : IRequireTool;
