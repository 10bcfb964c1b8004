using Nuke.Common;
using Octokit;
using Pipeline.Components.Releases;
using Pipeline.Core;
using Pipeline.Workflows.GitHub;
using Serilog;

namespace Pipeline.Components.Workflows;

/// <summary>Checks that the actions in workflows are what they were when they were pinned, and says which are behind.</summary>
public interface IVerifyPins : IHazRepositoryHost
{
    /// <summary>The GitHub that the actions come from.</summary>
    [Parameter("Address of the GitHub that actions come from; default https://github.com")]
    string ActionsUrl => TryGetValue(() => ActionsUrl) ?? "https://github.com";

    Target VerifyPins =>
        _ =>
            _.Description("Compares the pinned actions with their tags on GitHub, and says which are behind")
                .Requires(() => GitHubToken)
                .Executes(async () =>
                {
                    var client = new GitHubClient(new ProductHeaderValue("pipeline"), new Uri(ActionsUrl))
                    {
                        Credentials = new Credentials(GitHubToken),
                    };
                    var findings = await new PinCheck(client).RunAsync(PinnedActions.All);
                    foreach (var behind in findings.Select(finding => finding.Behind).OfType<string>())
                        Log.Warning("{Behind:l}", behind);
                    if (findings.Select(finding => finding.Problem).OfType<string>().ToList() is not [_, ..] problems)
                        return;
                    problems.ForEach(problem => Log.Error("{Problem:l}", problem));
                    ExitCode = Core.ExitCode.GateRefused;
                    Assert.Fail($"{problems.Count} of {findings.Count} pinned actions are not what their tags name");
                });
}
