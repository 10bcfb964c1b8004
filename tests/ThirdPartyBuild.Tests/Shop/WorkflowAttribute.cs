using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace ThirdPartyBuild.Tests.Shop;

class WorkflowAttribute(string name) : ConfigurationAttributeBase
{
    public string[] InvokedTargets { get; set; } = [];

    public override string IdPostfix => name;

    public override Type HostType => typeof(GitHubActions);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{name}.yml";

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;

    public override IEnumerable<string> IrrelevantTargetNames => [];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        new Workflow(name, relevantTargets);

    class Workflow(string name, IReadOnlyCollection<ExecutableTarget> targets) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            writer.WriteLine($"name: {name}");
            writer.WriteLine("jobs:");
            using (writer.Indent())
            {
                foreach (var target in targets)
                {
                    writer.WriteLine($"{target.Name}:");
                    using (writer.Indent())
                    {
                        writer.WriteLine(
                            $"needs: [{target.ExecutionDependencies.Select(x => x.Name).Order().JoinCommaSpace()}]"
                        );
                        writer.WriteLine($"run: ./build.cmd {target.Name} --skip");
                    }
                }
            }
        }
    }
}
