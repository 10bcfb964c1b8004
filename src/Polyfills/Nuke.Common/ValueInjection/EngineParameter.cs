namespace Nuke.Common.ValueInjection;

/// <summary>A parameter that every build has.</summary>
internal sealed record EngineParameter(string Name, Arity Arity, string Value, string Description)
{
    public static IReadOnlyList<EngineParameter> All { get; } =
    [
        new("Target", Arity.Many, "targets", "Targets to run, as the words before the first option are"),
        new("Skip", Arity.Many, "targets", "Targets to leave out; without a name: all but those asked for"),
        new("Plan", Arity.None, null, "Prints what would run, and in which order"),
        new("Help", Arity.None, null, "Prints targets and parameters"),
        new("Continue", Arity.None, null, "Leaves out what succeeded in the last, failed run of the same command"),
        new("Host", Arity.One, "name", "Terminal, GitHubActions or AzurePipelines instead of the one that is detected"),
        new("Verbosity", Arity.One, "level", "Verbose, Normal, Minimal or Quiet"),
        new("NoLogo", Arity.None, null, "Accepted for compatibility; no logo is printed"),
        new("Strict", Arity.None, null, "Fails where the order of two targets is not declared"),
        new("Profile", Arity.Many, "names", "Reads .nuke/parameters.<name>.json as well"),
        new("Root", Arity.One, "path", "The folder that holds .nuke"),
        new("Partition", Arity.One, "part/total", "The share of a partitioned target that this run does"),
        new("GenerateConfiguration", Arity.One, "id", "Writes the configuration file of that CI service and stops"),
    ];

    public string Key { get; } = ParameterName.Key(Name);

    public string Option => ParameterName.Option(Name);

    /// <summary>Whether a parameters file may give it: which files are read follows from the other two.</summary>
    public bool FitsFiles => Name is not ("Root" or "Profile");

    public static EngineParameter Find(string key) => All.FirstOrDefault(x => x.Key == key);
}
