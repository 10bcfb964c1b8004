namespace Nuke.Common.Tooling;

/// <summary>Names the command that a settings class belongs to, and the arguments that come first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CommandAttribute : Attribute
{
    public Type Type { get; set; }

    public string Command { get; set; }

    /// <summary>The arguments before all others, such as the name of a subcommand.</summary>
    public string Arguments { get; set; }
}
