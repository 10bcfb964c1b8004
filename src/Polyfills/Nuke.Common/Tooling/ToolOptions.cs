namespace Nuke.Common.Tooling;

/// <summary>Settings of one call of a tool.</summary>
public abstract class ToolOptions : Options
{
    protected ToolOptions() => Set(() => ProcessEnvironmentVariables, EnvironmentInfo.Variables);

    /// <summary>The executable, instead of the one that the tasks class resolves.</summary>
    public string ProcessToolPath => Get<string>(() => ProcessToolPath);

    public string ProcessWorkingDirectory => Get<string>(() => ProcessWorkingDirectory);

    /// <summary>All variables that the process sees; initially those of this process.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables =>
        Get<Dictionary<string, string>>(() => ProcessEnvironmentVariables);

    /// <summary>Milliseconds after which the process is killed with those that it started.</summary>
    public int? ProcessExecutionTimeout => Get<int?>(() => ProcessExecutionTimeout);

    public bool? ProcessOutputLogging => Get<bool?>(() => ProcessOutputLogging);

    public bool? ProcessInvocationLogging => Get<bool?>(() => ProcessInvocationLogging);

    /// <summary>Whether an exit code other than 0 is a failure; true unless set.</summary>
    public bool? ProcessExitHandling => Get<bool?>(() => ProcessExitHandling);

    /// <summary>Values that are redacted in the invocation and the output, besides those of secret arguments.</summary>
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<List<string>>(() => ProcessRedactedSecrets);

    /// <summary>Arguments that come after all others, as they stand.</summary>
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<List<string>>(() => ProcessAdditionalArguments);

    internal Action<OutputType, string> ProcessLogger => Get<Action<OutputType, string>>(() => ProcessLogger);

    internal Func<IProcess, object> ProcessExitHandler => Get<Func<IProcess, object>>(() => ProcessExitHandler);

    internal IEnumerable<string> GetArguments() => ToolArguments.Of(this);

    internal IEnumerable<string> GetSecrets() => ToolArguments.SecretsOf(this).Concat(ProcessRedactedSecrets ?? []);
}
