using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>The values of the parameters that every build has.</summary>
internal sealed class EngineOptions(ParameterSources sources)
{
    public bool Help => Flag("Help");

    public bool Plan => Flag("Plan");

    public bool NoLogo => Flag("NoLogo");

    public bool Continue => Flag("Continue");

    public bool Strict => Flag("Strict");

    public string Host => One<string>("Host");

    public string GenerateConfiguration => One<string>("GenerateConfiguration");

    public Verbosity Verbosity => One<Verbosity?>("Verbosity") ?? Verbosity.Normal;

    public Partition Partition => One<Partition>("Partition") ?? Partition.Single;

    public IReadOnlyList<string> Profiles => Given("Profile")?.Words ?? [];

    /// <summary>The names after <c>--skip</c>: null where it was not given, empty where it was given alone.</summary>
    public IReadOnlyList<string> Skip => Split(Given("Skip"));

    public AbsolutePath Root => One<AbsolutePath>("Root");

    /// <summary>The names after <c>--target</c>.</summary>
    public IReadOnlyList<string> Targets => Split(FromCommandLine("Target")) ?? [];

    /// <summary>The targets that the environment or a file names for runs whose command line names none.</summary>
    public IReadOnlyList<string> UsualTargets => Split(Given("Target")) ?? [];

    /// <summary>Separates the targets in <c>Compile+Test</c>.</summary>
    public static IReadOnlyList<string> SplitTargets(IEnumerable<string> words) =>
        [.. words.SelectMany(x => x.Split('+', StringSplitOptions.RemoveEmptyEntries))];

    private static IReadOnlyList<string> Split(GivenValue given) => given == null ? null : SplitTargets(given.Words);

    private GivenValue FromCommandLine(string name) =>
        sources.FromCommandLine(ParameterName.Key(name), EngineParameter.Find(ParameterName.Key(name)).Arity);

    private GivenValue Given(string name) => sources.ForEngine(EngineParameter.Find(ParameterName.Key(name)));

    private bool Flag(string name) => One<bool?>(name) ?? false;

    private T One<T>(string name) =>
        Given(name) is { } given ? (T)ParameterValues.Convert(given, typeof(T), ParameterName.Option(name)) : default;
}
