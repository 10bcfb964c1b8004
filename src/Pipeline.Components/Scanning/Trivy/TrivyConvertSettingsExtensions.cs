using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivyConvertSettings"/>.</summary>
public static class TrivyConvertSettingsExtensions
{
    /// <inheritdoc cref="TrivyConvertSettings.Report"/>
    [Builder(Type = typeof(TrivyConvertSettings), Property = nameof(TrivyConvertSettings.Report))]
    public static T SetReport<T>(this T o, string? v)
        where T : TrivyConvertSettings => o.Modify(b => b.Set(() => o.Report, v));
}
