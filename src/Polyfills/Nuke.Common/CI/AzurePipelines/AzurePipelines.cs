using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.AzurePipelines;

/// <summary>
/// Azure Pipelines: what its predefined variables say, and its logging commands
/// (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands).
/// </summary>
public class AzurePipelines : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> environment;

    internal AzurePipelines(IReadOnlyDictionary<string, string> environment) => this.environment = environment;

    /// <summary>The host of the running build where it is Azure Pipelines, otherwise null.</summary>
    public static AzurePipelines Instance => BuildRun.Current.Host as AzurePipelines;

    string IBuildServer.Branch => SourceBranch;

    string IBuildServer.Commit => SourceVersion;

    /// <summary>Names the run uniquely.</summary>
    public long BuildId => Number("BUILD_BUILDID");

    /// <summary>The run's own name.</summary>
    public string BuildNumber => Variable("BUILD_BUILDNUMBER");

    /// <summary>The name of the pipeline.</summary>
    public string DefinitionName => Variable("BUILD_DEFINITIONNAME");

    /// <summary>The name of the repository.</summary>
    public string RepositoryName => Variable("BUILD_REPOSITORY_NAME");

    /// <summary>The full name of the branch or tag.</summary>
    public string SourceBranch => Variable("BUILD_SOURCEBRANCH");

    /// <summary>The last part of the branch's or tag's name.</summary>
    public string SourceBranchName => Variable("BUILD_SOURCEBRANCHNAME");

    /// <summary>The commit.</summary>
    public string SourceVersion => Variable("BUILD_SOURCEVERSION");

    /// <summary>The folder of the checkout.</summary>
    public string SourceDirectory => Variable("BUILD_SOURCESDIRECTORY");

    /// <summary>The folder from which artifacts are published.</summary>
    public string ArtifactStagingDirectory => Variable("BUILD_ARTIFACTSTAGINGDIRECTORY");

    /// <summary>The token of the run, where the pipeline passes it on.</summary>
    public string AccessToken => Variable("SYSTEM_ACCESSTOKEN");

    /// <summary>The number of the pull request, or null.</summary>
    public long? PullRequestId =>
        Variable("SYSTEM_PULLREQUEST_PULLREQUESTID") == null ? null : Number("SYSTEM_PULLREQUEST_PULLREQUESTID");

    /// <summary>The id of the stage in the pipeline file.</summary>
    public string StageName => Variable("SYSTEM_STAGENAME");

    /// <summary>The address of the organisation.</summary>
    public string TeamFoundationCollectionUri => Variable("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI");

    /// <summary>The name of the project.</summary>
    public string TeamProject => Variable("SYSTEM_TEAMPROJECT");

    /// <summary>Starts a group of lines that can be folded.</summary>
    public void Group(string group) => Out.WriteLine($"##[group]{group}");

    /// <summary>Ends the group.</summary>
    public void EndGroup(string group) => Out.WriteLine("##[endgroup]");

    /// <summary>Sets the run's name.</summary>
    public void UpdateBuildNumber(string buildNumber) => WriteCommand("build.updatebuildnumber", buildNumber);

    /// <summary>Adds an error to the run's issues.</summary>
    public void LogError(
        string message,
        string sourcePath = null,
        string lineNumber = null,
        string columnNumber = null,
        string code = null
    ) => LogIssue(AzurePipelinesIssueType.Error, message, sourcePath, lineNumber, columnNumber, code);

    /// <summary>Adds a warning to the run's issues.</summary>
    public void LogWarning(
        string message,
        string sourcePath = null,
        string lineNumber = null,
        string columnNumber = null,
        string code = null
    ) => LogIssue(AzurePipelinesIssueType.Warning, message, sourcePath, lineNumber, columnNumber, code);

    /// <summary>Adds a warning or an error to the run's issues.</summary>
    public void LogIssue(
        AzurePipelinesIssueType type,
        string message,
        string sourcePath = null,
        string lineNumber = null,
        string columnNumber = null,
        string code = null
    ) =>
        WriteCommand(
            "task.logissue",
            message,
            properties =>
            {
                properties["type"] = type == AzurePipelinesIssueType.Error ? "error" : "warning";
                properties["sourcepath"] = sourcePath;
                properties["linenumber"] = lineNumber;
                properties["columnnumber"] = columnNumber;
                properties["code"] = code;
                return properties;
            }
        );

    /// <summary>Sets a variable for later steps; as output also for later jobs.</summary>
    public void SetVariable(
        string name,
        string value,
        bool? isSecret = null,
        bool? isOutput = null,
        bool? isReadOnly = null
    ) =>
        WriteCommand(
            "task.setvariable",
            value,
            properties =>
            {
                properties["variable"] = name;
                properties["issecret"] = isSecret;
                properties["isoutput"] = isOutput;
                properties["isreadonly"] = isReadOnly;
                return properties;
            }
        );

    /// <summary>Writes a logging command with those of its properties that are not null.</summary>
    public void WriteCommand(
        string command,
        string message = null,
        Func<Dictionary<string, object>, Dictionary<string, object>> dictionaryConfigurator = null
    )
    {
        var properties = dictionaryConfigurator?.Invoke([]) ?? [];
        var list = properties.Where(x => x.Value != null).Select(x => $"{x.Key}={EscapeProperty(Text(x.Value))};");
        Out.WriteLine($"##vso[{command} {string.Concat(list)}".TrimEnd() + $"]{Escape(message)}");
    }

    /// <inheritdoc />
    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    /// <inheritdoc />
    protected internal override void ReportWarning(string text, string details = null) =>
        LogWarning(WithDetails(text, details));

    /// <inheritdoc />
    protected internal override void ReportError(string text, string details = null) =>
        LogError(WithDetails(text, details));

    private static string WithDetails(string text, string details) => details == null ? text : $"{text}\n{details}";

    private static string Text(object value) =>
        value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Escape(string text) => text?.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => Escape(text)?.Replace(";", "%3B").Replace("]", "%5D");

    private string Variable(string name) => environment.GetValueOrDefault(name);

    private long Number(string name) =>
        long.TryParse(Variable(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
