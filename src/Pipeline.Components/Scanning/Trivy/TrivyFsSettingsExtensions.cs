using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Changes of <see cref="TrivyFsSettings"/>.</summary>
public static class TrivyFsSettingsExtensions
{
    /// <inheritdoc cref="TrivyFsSettings.Path"/>
    [Builder(Type = typeof(TrivyFsSettings), Property = nameof(TrivyFsSettings.Path))]
    public static T SetPath<T>(this T o, string? v)
        where T : TrivyFsSettings => o.Modify(b => b.Set(() => o.Path, v));
}
