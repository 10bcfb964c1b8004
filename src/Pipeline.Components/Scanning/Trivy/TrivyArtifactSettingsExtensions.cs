using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivyArtifactSettings"/>.</summary>
public static class TrivyArtifactSettingsExtensions
{
    /// <inheritdoc cref="TrivyArtifactSettings.Scanners"/>
    [Builder(Type = typeof(TrivyArtifactSettings), Property = nameof(TrivyArtifactSettings.Scanners))]
    public static T SetScanners<T>(this T o, params string[] v)
        where T : TrivyArtifactSettings => o.Modify(b => b.Set(() => o.Scanners, v));

    /// <inheritdoc cref="TrivyArtifactSettings.IgnoreUnfixed"/>
    [Builder(Type = typeof(TrivyArtifactSettings), Property = nameof(TrivyArtifactSettings.IgnoreUnfixed))]
    public static T EnableIgnoreUnfixed<T>(this T o)
        where T : TrivyArtifactSettings => o.Modify(b => b.Set(() => o.IgnoreUnfixed, true));

    /// <inheritdoc cref="TrivyArtifactSettings.Vex"/>
    [Builder(Type = typeof(TrivyArtifactSettings), Property = nameof(TrivyArtifactSettings.Vex))]
    public static T SetVex<T>(this T o, string? v)
        where T : TrivyArtifactSettings => o.Modify(b => b.Set(() => o.Vex, v));

    /// <inheritdoc cref="TrivyArtifactSettings.ShowSuppressed"/>
    [Builder(Type = typeof(TrivyArtifactSettings), Property = nameof(TrivyArtifactSettings.ShowSuppressed))]
    public static T EnableShowSuppressed<T>(this T o)
        where T : TrivyArtifactSettings => o.Modify(b => b.Set(() => o.ShowSuppressed, true));
}
