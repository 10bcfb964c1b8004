using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// GitHub Actions: what its default environment variables say, and its workflow commands
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
/// </summary>
public class GitHubActions : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> environment;

    internal GitHubActions(IReadOnlyDictionary<string, string> environment) => this.environment = environment;

    /// <summary>The host of the running build where it is GitHub Actions, otherwise null.</summary>
    public static GitHubActions Instance => BuildRun.Current.Host as GitHubActions;

    string IBuildServer.Branch => Ref;

    string IBuildServer.Commit => Sha;

    /// <summary>The name of the workflow.</summary>
    public string Workflow => Variable("GITHUB_WORKFLOW");

    /// <summary>Who started the workflow.</summary>
    public string Actor => Variable("GITHUB_ACTOR");

    /// <summary>Owner and name of the repository.</summary>
    public string Repository => Variable("GITHUB_REPOSITORY");

    /// <summary>The owner of the repository.</summary>
    public string RepositoryOwner => Variable("GITHUB_REPOSITORY_OWNER");

    /// <summary>The event that started the workflow.</summary>
    public string EventName => Variable("GITHUB_EVENT_NAME");

    /// <summary>The file that holds the event.</summary>
    public string EventPath => Variable("GITHUB_EVENT_PATH");

    /// <summary>The folder of the checkout.</summary>
    public string Workspace => Variable("GITHUB_WORKSPACE");

    /// <summary>The commit.</summary>
    public string Sha => Variable("GITHUB_SHA");

    /// <summary>The full name of the branch or tag.</summary>
    public string Ref => Variable("GITHUB_REF");

    /// <summary>The short name of the branch or tag.</summary>
    public string RefName => Variable("GITHUB_REF_NAME");

    /// <summary>The source branch of a pull request.</summary>
    public string HeadRef => Variable("GITHUB_HEAD_REF");

    /// <summary>The target branch of a pull request.</summary>
    public string BaseRef => Variable("GITHUB_BASE_REF");

    /// <summary><c>branch</c> or <c>tag</c>.</summary>
    public string RefType => Variable("GITHUB_REF_TYPE");

    /// <summary>Counts how often this run was started.</summary>
    public long RunAttempt => Number("GITHUB_RUN_ATTEMPT");

    /// <summary>Counts the runs of the workflow.</summary>
    public long RunNumber => Number("GITHUB_RUN_NUMBER");

    /// <summary>Names the run uniquely.</summary>
    public long RunId => Number("GITHUB_RUN_ID");

    /// <summary>The address of the GitHub server.</summary>
    public string ServerUrl => Variable("GITHUB_SERVER_URL");

    /// <summary>The id of the job in the workflow file.</summary>
    public string Job => Variable("GITHUB_JOB");

    /// <summary>The token, where the workflow passes it on.</summary>
    public string Token => Variable("GITHUB_TOKEN");

    /// <summary>Whether a pull request started the workflow.</summary>
    public bool IsPullRequest => EventName == "pull_request";

    /// <summary>The file whose Markdown the run's page shows.</summary>
    public AbsolutePath StepSummaryFile => Variable("GITHUB_STEP_SUMMARY");

    /// <summary>Starts a group of lines that can be folded.</summary>
    public void Group(string group) => WriteCommand("group", group);

    /// <summary>Ends the group.</summary>
    public void EndGroup(string group) => WriteCommand("endgroup", group);

    /// <summary>Writes a line that shows only with debug logging on.</summary>
    public void WriteDebug(string message) => WriteCommand("debug", message);

    /// <summary>Adds a warning to the run's annotations.</summary>
    public void WriteWarning(string message) => WriteCommand("warning", message);

    /// <summary>Adds an error to the run's annotations.</summary>
    public void WriteError(string message) => WriteCommand("error", message);

    /// <summary>Writes a workflow command with its properties.</summary>
    public void WriteCommand(
        string command,
        string message = null,
        Configure<Dictionary<string, object>> dictionaryConfigurator = null
    )
    {
        var properties = dictionaryConfigurator?.Invoke([]) ?? [];
        var list = string.Join(',', properties.Select(x => $"{x.Key}={EscapeProperty(Text(x.Value))}"));
        Out.WriteLine($"::{command}{(list.Length == 0 ? "" : " ")}{list}::{Escape(message)}");
    }

    /// <inheritdoc />
    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    /// <inheritdoc />
    protected internal override void ReportWarning(string text, string details = null) =>
        WriteWarning(WithDetails(text, details));

    /// <inheritdoc />
    protected internal override void ReportError(string text, string details = null) =>
        WriteError(WithDetails(text, details));

    private static string WithDetails(string text, string details) => details == null ? text : $"{text}\n{details}";

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Escape(string text) => text?.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => Escape(text)?.Replace(":", "%3A").Replace(",", "%2C");

    private string Variable(string name) => environment.GetValueOrDefault(name);

    private long Number(string name) =>
        long.TryParse(Variable(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
