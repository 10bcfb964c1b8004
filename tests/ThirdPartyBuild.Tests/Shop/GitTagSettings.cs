using Nuke.Common.Tooling;

namespace ThirdPartyBuild.Tests.Shop;

[Command(Type = typeof(GitTagTasks), Command = nameof(GitTagTasks.GitTag), Arguments = "tag")]
class GitTagSettings : ToolOptions
{
    [Argument(Format = "--message {value}")]
    public string Message => Get<string>(() => Message);

    [Argument(Format = "{value}", Position = -1)]
    public string Name => Get<string>(() => Name);
}
