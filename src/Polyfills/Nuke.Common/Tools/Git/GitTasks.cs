using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

/// <summary>The Git command line, which writes its progress to the error output.</summary>
[PathTool(Executable = PathExecutable)]
[LogErrorAsStandard]
public class GitTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "git";

    /// <summary>The executable; <c>GIT_EXE</c> overrides the one on the PATH.</summary>
    public static string GitPath
    {
        get => new GitTasks().GetToolPathInternal();
        set => new GitTasks().SetToolPath(value);
    }

    /// <summary>Runs any command; <paramref name="timeout"/> is in milliseconds.</summary>
    public static IReadOnlyCollection<Output> Git(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    ) =>
        new GitTasks().Run(
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            exitHandler
        );

    /// <summary>Whether nothing is changed or untracked in the working copy at the working directory.</summary>
    public static bool GitHasCleanWorkingCopy() => GitHasCleanWorkingCopy(workingDirectory: null);

    /// <summary>Whether nothing is changed or untracked in the working copy.</summary>
    public static bool GitHasCleanWorkingCopy(string workingDirectory) =>
        Git("status --short", workingDirectory, logOutput: false, logInvocation: false).Count == 0;
}
