using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning;

/// <summary>Changes of <see cref="TrivyImageSettings"/>.</summary>
public static class TrivyImageSettingsExtensions
{
    /// <inheritdoc cref="TrivyImageSettings.Input"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Input))]
    public static T SetInput<T>(this T o, string? v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Input, v));

    /// <inheritdoc cref="TrivyImageSettings.Format"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Format))]
    public static T SetFormat<T>(this T o, TrivyFormat? v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Format, v));

    /// <inheritdoc cref="TrivyImageSettings.Output"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Output))]
    public static T SetOutput<T>(this T o, string? v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Output, v));

    /// <inheritdoc cref="TrivyImageSettings.Severity"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Severity))]
    public static T SetSeverity<T>(this T o, params string[] v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Severity, v));

    /// <inheritdoc cref="TrivyImageSettings.ExitCode"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.ExitCode))]
    public static T SetExitCode<T>(this T o, int? v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.ExitCode, v));

    /// <inheritdoc cref="TrivyImageSettings.Timeout"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Timeout))]
    public static T SetTimeout<T>(this T o, TimeSpan? v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Timeout, v));

    /// <inheritdoc cref="TrivyImageSettings.Scanners"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Scanners))]
    public static T SetScanners<T>(this T o, params string[] v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Scanners, v));

    /// <inheritdoc cref="TrivyImageSettings.IgnoreUnfixed"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.IgnoreUnfixed))]
    public static T EnableIgnoreUnfixed<T>(this T o)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.IgnoreUnfixed, true));

    /// <inheritdoc cref="TrivyImageSettings.SkipVersionCheck"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.SkipVersionCheck))]
    public static T EnableSkipVersionCheck<T>(this T o)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.SkipVersionCheck, true));

    /// <inheritdoc cref="TrivyImageSettings.DisableTelemetry"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.DisableTelemetry))]
    public static T EnableDisableTelemetry<T>(this T o)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.DisableTelemetry, true));
}
