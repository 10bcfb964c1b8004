using System.Collections.Immutable;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Provenance;

namespace Pipeline.Components.Package;

/// <summary>Writes down what an image was built from, by whom and when.</summary>
internal static class ImageProvenance
{
    public static EvidencePredicate.BuiltFrom Of(
        ServiceDefinition service,
        VersionRecord version,
        ImageRecord image,
        string? repository,
        DateTimeOffset started,
        DateTimeOffset finished
    )
    {
        var commit = new BuildMaterial(
            repository is null ? null : $"git+{repository}",
            Pair("gitCommit", version.Commit)
        );
        var below = image.Base.Split(':') is [var algorithm, var value]
            ? new[] { new BuildMaterial(null, Pair(algorithm, value)) }
            : [];
        var definition = new BuildDefinition
        {
            BuildType = BuildDefinition.DotNetImage,
            ExternalParameters = Pair("project", service.Project).Add("version", version.Version),
            InternalParameters = Pair("runtime", ServiceImage.Runtime).Add("configuration", "Release"),
            ResolvedDependencies = [commit, .. below],
        };
        var run = new BuildRun(
            new BuildPlatform(
                BuildHost.Id(Environment.GetEnvironmentVariable),
                Pair("pipeline", ProgramVersion.Current).Add("dotnet", Environment.Version.ToString())
            ),
            new BuildTimes(BuildHost.InvocationId(Environment.GetEnvironmentVariable), started, finished)
        );
        return new EvidencePredicate.BuiltFrom(definition, run);
    }

    private static ImmutableSortedDictionary<string, string> Pair(string key, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(key, value);
}
