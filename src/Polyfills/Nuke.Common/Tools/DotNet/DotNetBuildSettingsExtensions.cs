using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes of <see cref="DotNetBuildSettings"/>.</summary>
public static class DotNetBuildSettingsExtensions
{
    /// <inheritdoc cref="DotNetBuildSettings.ProjectFile"/>
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.ProjectFile, v));

    /// <inheritdoc cref="DotNetBuildSettings.Configuration"/>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.Configuration, v));

    /// <inheritdoc cref="DotNetBuildSettings.Framework"/>
    public static T SetFramework<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.Framework, v));

    /// <inheritdoc cref="DotNetBuildSettings.Runtime"/>
    public static T SetRuntime<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.Runtime, v));

    /// <inheritdoc cref="DotNetBuildSettings.SelfContained"/>
    public static T SetSelfContained<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.SelfContained, v));

    /// <inheritdoc cref="DotNetBuildSettings.SelfContained"/>
    public static T EnableSelfContained<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.SelfContained, true));

    /// <inheritdoc cref="DotNetBuildSettings.SelfContained"/>
    public static T DisableSelfContained<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.SelfContained, false));

    /// <inheritdoc cref="DotNetBuildSettings.OutputDirectory"/>
    public static T SetOutputDirectory<T>(this T o, string v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.OutputDirectory, v));

    /// <inheritdoc cref="DotNetBuildSettings.NoRestore"/>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.NoRestore, v));

    /// <inheritdoc cref="DotNetBuildSettings.NoRestore"/>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.NoRestore, true));

    /// <inheritdoc cref="DotNetBuildSettings.NoLogo"/>
    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.NoLogo, v));

    /// <inheritdoc cref="DotNetBuildSettings.NoLogo"/>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.NoLogo, true));

    /// <inheritdoc cref="DotNetBuildSettings.Verbosity"/>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetBuildSettings => o.Modify(b => b.Set(() => o.Verbosity, v));

    /// <inheritdoc cref="DotNetBuildSettings.Properties"/>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetBuildSettings => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    /// <inheritdoc cref="DotNetBuildSettings.Properties"/>
    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetBuildSettings => o.Modify(b => b.AddDictionary(() => o.Properties, k, v));
}
