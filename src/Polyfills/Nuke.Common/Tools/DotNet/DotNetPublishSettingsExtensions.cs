using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes of <see cref="DotNetPublishSettings"/>.</summary>
public static class DotNetPublishSettingsExtensions
{
    /// <inheritdoc cref="DotNetPublishSettings.Project"/>
    public static T SetProject<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Project, v));

    /// <inheritdoc cref="DotNetPublishSettings.Configuration"/>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Configuration, v));

    /// <inheritdoc cref="DotNetPublishSettings.Framework"/>
    public static T SetFramework<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Framework, v));

    /// <inheritdoc cref="DotNetPublishSettings.Runtime"/>
    public static T SetRuntime<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Runtime, v));

    /// <inheritdoc cref="DotNetPublishSettings.SelfContained"/>
    public static T SetSelfContained<T>(this T o, bool? v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.SelfContained, v));

    /// <inheritdoc cref="DotNetPublishSettings.SelfContained"/>
    public static T EnableSelfContained<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.SelfContained, true));

    /// <inheritdoc cref="DotNetPublishSettings.SelfContained"/>
    public static T DisableSelfContained<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.SelfContained, false));

    /// <inheritdoc cref="DotNetPublishSettings.Output"/>
    public static T SetOutput<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Output, v));

    /// <inheritdoc cref="DotNetPublishSettings.NoBuild"/>
    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoBuild, v));

    /// <inheritdoc cref="DotNetPublishSettings.NoBuild"/>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoBuild, true));

    /// <inheritdoc cref="DotNetPublishSettings.NoRestore"/>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoRestore, v));

    /// <inheritdoc cref="DotNetPublishSettings.NoRestore"/>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoRestore, true));

    /// <inheritdoc cref="DotNetPublishSettings.NoLogo"/>
    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoLogo, v));

    /// <inheritdoc cref="DotNetPublishSettings.NoLogo"/>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoLogo, true));

    /// <inheritdoc cref="DotNetPublishSettings.Verbosity"/>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Verbosity, v));

    /// <inheritdoc cref="DotNetPublishSettings.Properties"/>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetPublishSettings => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    /// <inheritdoc cref="DotNetPublishSettings.Properties"/>
    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetPublishSettings => o.Modify(b => b.AddDictionary(() => o.Properties, k, v));
}
