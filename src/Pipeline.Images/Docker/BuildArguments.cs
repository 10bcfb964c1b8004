using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Images.Docker;

/// <summary>Values that a Dockerfile's <c>ARG</c> instructions take.</summary>
public static partial class BuildArguments
{
    internal const string WhyNoSecrets =
        "the classic builder has no secret mounts and writes what a build is given into the image's history, where whoever pulls the "
        + "image reads it; restore before the build, or use the default image builder";

    /// <summary>Reads arguments of the form <c>NAME=VALUE</c>.</summary>
    /// <exception cref="ImageBuildException">One has another form, is given twice, or looks like a secret; all of them are named.</exception>
    public static ImmutableSortedDictionary<string, string> Parse(IEnumerable<string> arguments)
    {
        var pairs = arguments.Select(argument => argument.Split('=', 2)).ToList();
        var problems = pairs
            .Where(pair => pair.Length != 2 || !Name().IsMatch(pair[0]))
            .Select(pair => $"build argument '{string.Join('=', pair)}': expected NAME=VALUE")
            .Concat(pairs.GroupBy(pair => pair[0]).Where(same => same.Count() > 1).Select(Repeated))
            .Concat(
                pairs
                    .Where(pair => pair.Length == 2 && LooksSecret(pair[0]))
                    .Select(pair => $"build argument {pair[0]} looks like a secret: {WhyNoSecrets}")
            )
            .ToList();
        return problems.Count == 0
            ? pairs.ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
            : throw new Building.ImageBuildException(string.Join('\n', problems));
    }

    internal static bool LooksSecret(string name) => SecretName().IsMatch(name);

    private static string Repeated(IGrouping<string, string[]> same) =>
        $"build argument {same.Key} is given {same.Count()} times: expected once";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();

    [GeneratedRegex(
        "(secret|token|passw(or)?d|passphrase|credential|api_?key|private_?key|access_?key|connection_?string)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretName();
}
