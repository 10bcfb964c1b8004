using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities.Collections;
using Nuke.Components;
using Serilog;
using static ThirdPartyBuild.Tests.Shop.GitTagTasks;

namespace ThirdPartyBuild.Tests.Shop;

[Workflow("release", InvokedTargets = [nameof(Announce)])]
class Build : NukeBuild, ITest, IPack, IHazGitRepository
{
    public static int Main() => Execute<Build>(x => ((ITest)x).Test);

    [Parameter("Channels to announce the version on")]
    readonly string[] Channels = ["stable"];

    [Parameter("How thorough the tests are")]
    readonly Depth Depth = Depth.Quick;

    [Parameter]
    [Secret]
    readonly string FeedKey;

    [ProductVersion("version.txt")]
    readonly string Version;

    [CI]
    readonly GitHubActions GitHubActions;

    Solution Solution => ((IHazSolution)this).Solution;

    GitRepository Repository => ((IHazGitRepository)this).GitRepository;

    AbsolutePath Notes => ((IHazArtifacts)this).ArtifactsDirectory / "notes.txt";

    IEnumerable<Project> ITest.TestProjects => Solution.GetAllProjects("*.Tests");

    Configure<DotNetTestSettings> ITest.TestSettings => _ => _.SetFilter($"Depth={Depth}");

    Configure<DotNetPackSettings> IPack.PackSettings => _ => _.SetVersion(Version);

    Target Clean =>
        _ =>
            _.Description("Deletes what earlier builds left")
                .Before<IRestore>()
                .Executes(() =>
                {
                    RootDirectory.GlobDirectories("src/*/bin", "src/*/obj").ForEach(x => x.DeleteDirectory());
                    ((IHazArtifacts)this).ArtifactsDirectory.CreateOrCleanDirectory();
                });

    Target ITest.Test => _ => _.Inherit<ITest>().Description("Runs the tests, a few or all of them");

    Target WriteNotes =>
        _ =>
            _.DependsOn<IPack>()
                .Produces(Notes)
                .Executes(async () =>
                {
                    await Task.Yield();
                    Notes.WriteAllText($"{Solution.Name} {Version} from {Repository.Branch}");
                    return Notes;
                });

    Target Announce =>
        _ =>
            _.DependsOn(Clean, WriteNotes)
                .TryDependsOn<ITest>()
                .Consumes(WriteNotes)
                .Requires(() => FeedKey)
                .Requires(() => Channels.Length > 0)
                .OnlyWhenDynamic(() => Repository.IsOnMainBranch())
                .Executes(() =>
                {
                    GitTag(_ =>
                        _.SetMessage(Notes.ReadAllText()).CombineWith(Channels, (_, x) => _.SetName($"{Version}-{x}"))
                    );
                    ReportSummary(_ => _.AddPair("Channels", Channels.Length));
                });

    Target Thank =>
        _ =>
            _.TriggeredBy(Announce)
                .AssuredAfterFailure()
                .Unlisted()
                .Executes(() =>
                    Log.Information("Thanks to {Actor}, key {Key}", GitHubActions?.Actor ?? "you", FeedKey)
                );
}
