using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivyScanSettings"/>.</summary>
public static class TrivyScanSettingsExtensions
{
    /// <inheritdoc cref="TrivyScanSettings.SkipVersionCheck"/>
    [Builder(Type = typeof(TrivyScanSettings), Property = nameof(TrivyScanSettings.SkipVersionCheck))]
    public static T EnableSkipVersionCheck<T>(this T o)
        where T : TrivyScanSettings => o.Modify(b => b.Set(() => o.SkipVersionCheck, true));

    /// <inheritdoc cref="TrivyScanSettings.DisableTelemetry"/>
    [Builder(Type = typeof(TrivyScanSettings), Property = nameof(TrivyScanSettings.DisableTelemetry))]
    public static T EnableDisableTelemetry<T>(this T o)
        where T : TrivyScanSettings => o.Modify(b => b.Set(() => o.DisableTelemetry, true));
}
