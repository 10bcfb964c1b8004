namespace Nuke.Common.Tooling;

/// <summary>Tasks that need a tool; <c>Requires&lt;T&gt;()</c> checks for it before the build runs.</summary>
public interface IRequireTool;
