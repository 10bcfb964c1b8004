using System.Collections.ObjectModel;

namespace Nuke.Common.Tooling;

/// <summary>Settings of the process that a tool runs in.</summary>
public static class ToolOptionsExtensions
{
    /// <inheritdoc cref="ToolOptions.ProcessToolPath"/>
    public static T SetProcessToolPath<T>(this T o, string value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessToolPath, value));

    /// <inheritdoc cref="ToolOptions.ProcessWorkingDirectory"/>
    public static T SetProcessWorkingDirectory<T>(this T o, string value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessWorkingDirectory, value));

    /// <inheritdoc cref="ToolOptions.ProcessEnvironmentVariables"/>
    public static T SetProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessEnvironmentVariables, values));

    /// <inheritdoc cref="ToolOptions.ProcessEnvironmentVariables"/>
    public static T AddProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values)
        where T : ToolOptions => o.Modify(b => b.AddDictionary(() => o.ProcessEnvironmentVariables, values));

    /// <inheritdoc cref="ToolOptions.ProcessEnvironmentVariables"/>
    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => o.Modify(b => b.AddDictionary(() => o.ProcessEnvironmentVariables, key, value));

    /// <inheritdoc cref="ToolOptions.ProcessEnvironmentVariables"/>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => o.Modify(b => b.SetDictionary(() => o.ProcessEnvironmentVariables, key, value));

    /// <inheritdoc cref="ToolOptions.ProcessEnvironmentVariables"/>
    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key)
        where T : ToolOptions => o.Modify(b => b.RemoveDictionary(() => o.ProcessEnvironmentVariables, key));

    /// <inheritdoc cref="ToolOptions.ProcessEnvironmentVariables"/>
    public static T ClearProcessEnvironmentVariables<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.ClearDictionary(() => o.ProcessEnvironmentVariables));

    /// <inheritdoc cref="ToolOptions.ProcessExecutionTimeout"/>
    public static T SetProcessExecutionTimeout<T>(this T o, int? value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExecutionTimeout, value));

    /// <inheritdoc cref="ToolOptions.ProcessExecutionTimeout"/>
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value)
        where T : ToolOptions => o.SetProcessExecutionTimeout((int)value.TotalMilliseconds);

    /// <inheritdoc cref="ToolOptions.ProcessOutputLogging"/>
    public static T SetProcessOutputLogging<T>(this T o, bool? value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, value));

    /// <inheritdoc cref="ToolOptions.ProcessOutputLogging"/>
    public static T EnableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessOutputLogging(true);

    /// <inheritdoc cref="ToolOptions.ProcessOutputLogging"/>
    public static T DisableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessOutputLogging(false);

    /// <inheritdoc cref="ToolOptions.ProcessInvocationLogging"/>
    public static T SetProcessInvocationLogging<T>(this T o, bool? value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, value));

    /// <inheritdoc cref="ToolOptions.ProcessInvocationLogging"/>
    public static T EnableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessInvocationLogging(true);

    /// <inheritdoc cref="ToolOptions.ProcessInvocationLogging"/>
    public static T DisableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.SetProcessInvocationLogging(false);

    /// <inheritdoc cref="ToolOptions.ProcessExitHandling"/>
    public static T SetProcessExitHandling<T>(this T o, bool? value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, value));

    /// <inheritdoc cref="ToolOptions.ProcessExitHandling"/>
    public static T EnableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.SetProcessExitHandling(true);

    /// <inheritdoc cref="ToolOptions.ProcessExitHandling"/>
    public static T DisableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.SetProcessExitHandling(false);

    /// <inheritdoc cref="ToolOptions.ProcessRedactedSecrets"/>
    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessRedactedSecrets, v));

    /// <inheritdoc cref="ToolOptions.ProcessRedactedSecrets"/>
    public static T AddProcessRedactedSecrets<T>(this T o, IEnumerable<string> v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessRedactedSecrets, v));

    /// <inheritdoc cref="ToolOptions.ProcessAdditionalArguments"/>
    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessAdditionalArguments, v));

    /// <inheritdoc cref="ToolOptions.ProcessAdditionalArguments"/>
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessAdditionalArguments, v));

    /// <inheritdoc cref="ToolOptions.ProcessAdditionalArguments"/>
    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessAdditionalArguments, v));

    /// <summary>Takes every line of output instead of the log.</summary>
    public static T SetProcessLogger<T>(this T o, Action<OutputType, string> v)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessLogger, v));

    /// <summary>Judges the ended process instead of the check for exit code 0.</summary>
    public static T SetProcessExitHandler<T>(this T o, Action<IProcess> exitHandler)
        where T : ToolOptions =>
        o.SetProcessExitHandler(process =>
        {
            exitHandler(process);
            return null;
        });

    /// <inheritdoc cref="SetProcessExitHandler{T}(T, Action{IProcess})"/>
    public static T SetProcessExitHandler<T>(this T o, Func<IProcess, object> exitHandler)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandler, exitHandler));
}
