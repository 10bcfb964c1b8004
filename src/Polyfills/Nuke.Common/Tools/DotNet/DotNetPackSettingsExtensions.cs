using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes of <see cref="DotNetPackSettings"/>.</summary>
public static class DotNetPackSettingsExtensions
{
    /// <inheritdoc cref="DotNetPackSettings.Project"/>
    public static T SetProject<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.Project, v));

    /// <inheritdoc cref="DotNetPackSettings.Configuration"/>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.Configuration, v));

    /// <inheritdoc cref="DotNetPackSettings.OutputDirectory"/>
    public static T SetOutputDirectory<T>(this T o, string v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.OutputDirectory, v));

    /// <inheritdoc cref="DotNetPackSettings.Verbosity"/>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.Verbosity, v));

    /// <inheritdoc cref="DotNetPackSettings.IncludeSymbols"/>
    public static T SetIncludeSymbols<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.IncludeSymbols, v));

    /// <inheritdoc cref="DotNetPackSettings.IncludeSymbols"/>
    public static T EnableIncludeSymbols<T>(this T o)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.IncludeSymbols, true));

    /// <inheritdoc cref="DotNetPackSettings.NoBuild"/>
    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.NoBuild, v));

    /// <inheritdoc cref="DotNetPackSettings.NoBuild"/>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.NoBuild, true));

    /// <inheritdoc cref="DotNetPackSettings.NoRestore"/>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.NoRestore, v));

    /// <inheritdoc cref="DotNetPackSettings.NoRestore"/>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.NoRestore, true));

    /// <inheritdoc cref="DotNetPackSettings.NoLogo"/>
    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.NoLogo, v));

    /// <inheritdoc cref="DotNetPackSettings.NoLogo"/>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetPackSettings => o.Modify(b => b.Set(() => o.NoLogo, true));

    /// <inheritdoc cref="DotNetPackSettings.Properties"/>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetPackSettings => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    /// <inheritdoc cref="DotNetPackSettings.Properties"/>
    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetPackSettings => o.Modify(b => b.AddDictionary(() => o.Properties, k, v));

    /// <summary>The MSBuild property <c>Version</c>.</summary>
    public static T SetVersion<T>(this T o, string v)
        where T : DotNetPackSettings => o.SetProperty("Version", v);
}
