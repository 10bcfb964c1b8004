using System.Xml.Linq;

namespace Pipeline.Core.Tests.Architecture;

public class DependencyTests
{
    private static readonly string[] Nuke = ["Nuke.Common", "Nuke.Components"];

    /// <summary>What each project may refer to: build -> Components -> {Workflows, Kubernetes, Images} -> Core.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["_build"] =
        [
            "Pipeline.Components",
            "Pipeline.Workflows",
            "Pipeline.Kubernetes",
            "Pipeline.Images",
            "Pipeline.Core",
            .. Nuke,
        ],
        ["Pipeline.Components"] =
        [
            "Pipeline.Workflows",
            "Pipeline.Kubernetes",
            "Pipeline.Images",
            "Pipeline.Core",
            "KubernetesClient",
            "Octokit",
            .. Nuke,
        ],
        ["Pipeline.LocalCluster"] = ["Pipeline.Images", "Pipeline.Core"],
        ["Pipeline.Workflows"] = ["Pipeline.Core", .. Nuke],
        ["Pipeline.Kubernetes"] = ["Pipeline.Core", "KubernetesClient"],
        ["Pipeline.Images"] = ["Pipeline.Core", "Docker.DotNet"],
        ["Pipeline.Core"] = [],
        ["UserService"] = [],
    };

    public static TheoryData<string> Projects =>
        [.. Repository.Files("src", "*.csproj").Concat(Repository.Files("build", "*.csproj")).Where(IsOurs)];

    public static TheoryData<string> Polyfills => [.. PolyfillProjects];

    private static IEnumerable<string> PolyfillProjects =>
        Repository.Files("src", "*.csproj").Where(project => !IsOurs(project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Dependencies_point_one_way(string project)
    {
        var name = NameOf(project);

        Assert.True(Allowed.ContainsKey(name), $"{project} has no place in the order of projects: give it one here");
        Assert.Subset(Allowed[name].ToHashSet(), References(project).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Polyfills))]
    public void A_polyfill_depends_on_polyfills_alone(string project)
    {
        Assert.Subset(PolyfillProjects.Select(NameOf).ToHashSet(), References(project).ToHashSet());
    }

    [Fact]
    public void The_core_refers_to_two_packages()
    {
        var packages = Items("src/Pipeline.Core/Pipeline.Core.csproj", "PackageReference")
            .Where(package => package.Attribute("PrivateAssets")?.Value != "all")
            .Select(package => package.Attribute("Include")!.Value);

        Assert.Equal(["MathNet.Numerics", "NuGet.Versioning"], packages.Order());
    }

    private static bool IsOurs(string project) => !project.StartsWith("src/Polyfills/", StringComparison.Ordinal);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project);

    // A project that is only built before, without its assembly, is no dependency of the code.
    private static IEnumerable<string> References(string project) =>
        Items(project, "ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => NameOf(reference.Attribute("Include")!.Value))
            .Concat(Items(project, "PolyfillReference").Select(reference => reference.Attribute("Include")!.Value));

    private static IEnumerable<XElement> Items(string project, string kind) =>
        XDocument.Parse(Repository.Read(project)).Descendants(kind);
}
