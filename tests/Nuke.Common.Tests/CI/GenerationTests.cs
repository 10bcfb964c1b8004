using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.CI;

public sealed class GenerationTests : EngineTest
{
    private AbsolutePath Workflow => Root / ".github" / "workflows" / "verify.yml";

    private AbsolutePath Schema => Root / ".nuke" / "build.schema.json";

    [Fact]
    public void A_local_run_writes_the_configuration_and_says_so()
    {
        var run = Run<Build>(x => x.Ship);

        Assert.Contains("warning: Configuration files for GitHubActions (verify) have changed.", run.Lines);
        Snapshot.Matches(File.ReadAllText(Workflow));
    }

    [Fact]
    public void What_is_up_to_date_is_not_written_again()
    {
        Run<Build>(x => x.Ship);
        var written = File.GetLastWriteTimeUtc(Workflow);

        var run = Run<Build>(x => x.Ship);

        Assert.DoesNotContain("Configuration files", run.Output);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Workflow));
    }

    [Fact]
    public void A_file_that_was_edited_or_deleted_is_written_again()
    {
        Run<Build>(x => x.Ship);
        var expected = File.ReadAllText(Workflow);
        File.AppendAllText(Workflow, "# edited\n");
        File.Delete(Schema);

        Run<Build>(x => x.Ship);

        Assert.Equal(expected, File.ReadAllText(Workflow));
        Assert.True(File.Exists(Schema));
    }

    [Fact]
    public void A_stamp_that_cannot_be_read_is_written_again()
    {
        Directory.CreateDirectory(Root / ".nuke" / "temp");
        File.WriteAllText(Root / ".nuke" / "temp" / "generated.stamp", "\n|\nnonsense");

        var run = Run<Build>(x => x.Ship);

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Workflow));
    }

    [Fact]
    public void A_server_writes_nothing()
    {
        Run<Build>(x => x.Ship, "--host", "GitHubActions");

        Assert.False(File.Exists(Workflow));
        Assert.False(File.Exists(Schema));
    }

    [Fact]
    public void Generation_on_request_writes_the_file_and_runs_nothing()
    {
        var run = Run<Build>(
            x => x.Ship,
            "--generate-configuration",
            "githubactions_verify",
            "--host",
            "GitHubActions"
        );

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Workflow));
        Assert.DoesNotContain("::group::Ship", run.Lines);
    }

    [Fact]
    public void What_is_not_generated_by_itself_is_generated_on_request()
    {
        Run<Build>(x => x.Ship);
        Assert.False(File.Exists(Root / ".github" / "workflows" / "release.yml"));

        Run<Build>(x => x.Ship, "--generate-configuration", "GitHubActions_release");

        Assert.True(File.Exists(Root / ".github" / "workflows" / "release.yml"));
    }

    [Fact]
    public void A_generator_may_keep_what_it_needs_after_a_run_on_its_host()
    {
        Run<Build>(x => x.Ship);
        Assert.False(File.Exists(Root / "verify.state"));

        Run<Build>(x => x.Ship, "--host", "GitHubActions");

        Assert.True(File.Exists(Root / "verify.state"));
    }

    [Fact]
    public void An_unknown_configuration_is_an_error_that_lists_the_known_ones()
    {
        var run = Run<Build>(x => x.Ship, "--generate-configuration", "Jenkins");

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal(
            "Parameter --generate-configuration: expected one of GitHubActions_verify, GitHubActions_release, found 'Jenkins'.",
            run.Error
        );
    }

    [Fact]
    public void A_configuration_that_names_an_unknown_target_is_an_error()
    {
        var run = Run<Wrong>(x => x.Ship);

        Assert.Equal("[Listed] names target Nope, which the build does not have.", run.Error);
    }

    [Fact]
    public void The_schema_describes_targets_and_parameters()
    {
        Run<Build>(x => x.Ship);

        Snapshot.Matches(File.ReadAllText(Schema));
    }

    [Listed("verify", nameof(Test))]
    [Listed("release", nameof(Ship), AutoGenerate = false)]
    private class Build : NukeBuild
    {
        [Parameter("How many")]
        private readonly int Count = 0;

        [Parameter("How fast", ValueProviderMember = nameof(Speeds))]
        private readonly string Speed = "";

        [Parameter]
        private readonly double? Rate = null;

        [Parameter]
        private readonly Verbosity[] Levels = [];

        [Parameter]
        private readonly int[] Ports = [];

        [Parameter]
        private readonly bool Keep = false;

        private static IEnumerable<string> Speeds => ["slow", "fast"];

        public Target Restore => _ => _.Executes(() => { });

        public Target Compile => _ => _.DependsOn(Restore).Executes(() => { });

        public Target Lint => _ => _.DependentFor(Compile).Executes(() => { });

        public Target Test => _ => _.DependsOn(Compile).Executes(() => Text());

        public Target Ship => _ => _.DependsOn(Test).Executes(() => { });

        private string Text() => $"{Count}{Speed}{Rate}{Levels}{Ports}{Keep}";
    }

    [Listed("verify", "Nope")]
    private class Wrong : NukeBuild
    {
        public Target Ship => _ => _.Executes(() => { });
    }

    private sealed class ListedAttribute(string name, params string[] targets) : ChainedConfigurationAttributeBase
    {
        public override string IdPostfix => name;

        public override Type HostType => typeof(GitHubActions);

        public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{name}.yml";

        public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

        public override IEnumerable<string> RelevantTargetNames => targets;

        public override void SerializeState() => File.WriteAllText(Build.RootDirectory / $"{name}.state", "");

        public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "#");

        public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
        {
            NonEntryTargets = ["Restore"];
            ExcludedTargets = ["Lint"];
            return new Jobs(
                [
                    .. relevantTargets
                        .Where(x => !NonEntryTargets.Contains(x.Name))
                        .Select(x =>
                            (
                                x.Name,
                                string.Join(' ', GetInvokedTargets(x, relevantTargets)),
                                string.Join(' ', GetTargetDependencies(x))
                            )
                        ),
                ],
                BuildCmdPath
            );
        }
    }

    private sealed class Jobs((string Name, string Invoked, string Needs)[] jobs, string script) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            writer.WriteLine("jobs:");
            using (writer.Indent())
            {
                foreach (var (name, invoked, needs) in jobs)
                {
                    writer.WriteLine($"{name}:");
                    using (writer.Indent())
                    {
                        writer.WriteLine($"needs: [{needs}]");
                        writer.Write(x => x.WriteLine($"run: {script} {invoked} --skip"));
                    }
                }
            }

            writer.WriteLine();
            writer.WriteComment("end");
        }
    }
}
