namespace Pipeline.Components.Hosts.Dialects;

/// <summary>A terminal, which has nothing but text.</summary>
public sealed class TerminalDialect : HostDialect;
