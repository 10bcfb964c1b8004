using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivySettings"/>.</summary>
public static class TrivySettingsExtensions
{
    /// <inheritdoc cref="TrivySettings.Format"/>
    [Builder(Type = typeof(TrivySettings), Property = nameof(TrivySettings.Format))]
    public static T SetFormat<T>(this T o, TrivyFormat? v)
        where T : TrivySettings => o.Modify(b => b.Set(() => o.Format, v));

    /// <inheritdoc cref="TrivySettings.Output"/>
    [Builder(Type = typeof(TrivySettings), Property = nameof(TrivySettings.Output))]
    public static T SetOutput<T>(this T o, string? v)
        where T : TrivySettings => o.Modify(b => b.Set(() => o.Output, v));

    /// <inheritdoc cref="TrivySettings.Severity"/>
    [Builder(Type = typeof(TrivySettings), Property = nameof(TrivySettings.Severity))]
    public static T SetSeverity<T>(this T o, params string[] v)
        where T : TrivySettings => o.Modify(b => b.Set(() => o.Severity, v));

    /// <inheritdoc cref="TrivySettings.ExitCode"/>
    [Builder(Type = typeof(TrivySettings), Property = nameof(TrivySettings.ExitCode))]
    public static T SetExitCode<T>(this T o, int? v)
        where T : TrivySettings => o.Modify(b => b.Set(() => o.ExitCode, v));

    /// <inheritdoc cref="TrivySettings.Timeout"/>
    [Builder(Type = typeof(TrivySettings), Property = nameof(TrivySettings.Timeout))]
    public static T SetTimeout<T>(this T o, TimeSpan? v)
        where T : TrivySettings => o.Modify(b => b.Set(() => o.Timeout, v));

    /// <inheritdoc cref="TrivySettings.IgnoreFile"/>
    [Builder(Type = typeof(TrivySettings), Property = nameof(TrivySettings.IgnoreFile))]
    public static T SetIgnoreFile<T>(this T o, string? v)
        where T : TrivySettings => o.Modify(b => b.Set(() => o.IgnoreFile, v));
}
