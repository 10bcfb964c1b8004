using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes of <see cref="DotNetRestoreSettings"/>.</summary>
public static class DotNetRestoreSettingsExtensions
{
    /// <inheritdoc cref="DotNetRestoreSettings.ProjectFile"/>
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.ProjectFile, v));

    /// <inheritdoc cref="DotNetRestoreSettings.IgnoreFailedSources"/>
    public static T SetIgnoreFailedSources<T>(this T o, bool? v)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.IgnoreFailedSources, v));

    /// <inheritdoc cref="DotNetRestoreSettings.IgnoreFailedSources"/>
    public static T EnableIgnoreFailedSources<T>(this T o)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.IgnoreFailedSources, true));

    /// <inheritdoc cref="DotNetRestoreSettings.LockedMode"/>
    public static T SetLockedMode<T>(this T o, bool? v)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.LockedMode, v));

    /// <inheritdoc cref="DotNetRestoreSettings.LockedMode"/>
    public static T EnableLockedMode<T>(this T o)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.LockedMode, true));

    /// <inheritdoc cref="DotNetRestoreSettings.ForceEvaluate"/>
    public static T SetForceEvaluate<T>(this T o, bool? v)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.ForceEvaluate, v));

    /// <inheritdoc cref="DotNetRestoreSettings.ForceEvaluate"/>
    public static T EnableForceEvaluate<T>(this T o)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.ForceEvaluate, true));

    /// <inheritdoc cref="DotNetRestoreSettings.Runtime"/>
    public static T SetRuntime<T>(this T o, string v)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.Runtime, v));

    /// <inheritdoc cref="DotNetRestoreSettings.Verbosity"/>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetRestoreSettings => o.Modify(b => b.Set(() => o.Verbosity, v));

    /// <inheritdoc cref="DotNetRestoreSettings.Properties"/>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetRestoreSettings => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    /// <inheritdoc cref="DotNetRestoreSettings.Properties"/>
    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetRestoreSettings => o.Modify(b => b.AddDictionary(() => o.Properties, k, v));
}
