using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivyImageSettings"/>.</summary>
public static class TrivyImageSettingsExtensions
{
    /// <inheritdoc cref="TrivyImageSettings.Input"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.Input))]
    public static T SetInput<T>(this T o, string? v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.Input, v));

    /// <inheritdoc cref="TrivyImageSettings.ImageConfigScanners"/>
    [Builder(Type = typeof(TrivyImageSettings), Property = nameof(TrivyImageSettings.ImageConfigScanners))]
    public static T SetImageConfigScanners<T>(this T o, params string[] v)
        where T : TrivyImageSettings => o.Modify(b => b.Set(() => o.ImageConfigScanners, v));
}
