using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivyConfigSettings"/>.</summary>
public static class TrivyConfigSettingsExtensions
{
    /// <inheritdoc cref="TrivyConfigSettings.Path"/>
    [Builder(Type = typeof(TrivyConfigSettings), Property = nameof(TrivyConfigSettings.Path))]
    public static T SetPath<T>(this T o, string? v)
        where T : TrivyConfigSettings => o.Modify(b => b.Set(() => o.Path, v));

    /// <inheritdoc cref="TrivyConfigSettings.SkipCheckUpdate"/>
    [Builder(Type = typeof(TrivyConfigSettings), Property = nameof(TrivyConfigSettings.SkipCheckUpdate))]
    public static T EnableSkipCheckUpdate<T>(this T o)
        where T : TrivyConfigSettings => o.Modify(b => b.Set(() => o.SkipCheckUpdate, true));
}
