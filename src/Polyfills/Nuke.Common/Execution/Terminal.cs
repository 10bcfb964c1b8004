namespace Nuke.Common.Execution;

/// <summary>A person's terminal, or anything else that is no CI service.</summary>
public class Terminal : Host;
