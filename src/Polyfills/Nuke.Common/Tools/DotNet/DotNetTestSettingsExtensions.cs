using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes of <see cref="DotNetTestSettings"/>.</summary>
public static class DotNetTestSettingsExtensions
{
    /// <inheritdoc cref="DotNetTestSettings.ProjectFile"/>
    public static T SetProjectFile<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.ProjectFile, v));

    /// <inheritdoc cref="DotNetTestSettings.Configuration"/>
    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.Configuration, v));

    /// <inheritdoc cref="DotNetTestSettings.Framework"/>
    public static T SetFramework<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.Framework, v));

    /// <inheritdoc cref="DotNetTestSettings.Filter"/>
    public static T SetFilter<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.Filter, v));

    /// <inheritdoc cref="DotNetTestSettings.SettingsFile"/>
    public static T SetSettingsFile<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.SettingsFile, v));

    /// <inheritdoc cref="DotNetTestSettings.DataCollector"/>
    public static T SetDataCollector<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.DataCollector, v));

    /// <inheritdoc cref="DotNetTestSettings.Loggers"/>
    public static T SetLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.Loggers, v));

    /// <inheritdoc cref="DotNetTestSettings.Loggers"/>
    public static T SetLoggers<T>(this T o, IEnumerable<string> v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.Loggers, v));

    /// <inheritdoc cref="DotNetTestSettings.Loggers"/>
    public static T AddLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings => o.Modify(b => b.AddCollection(() => o.Loggers, v));

    /// <inheritdoc cref="DotNetTestSettings.Loggers"/>
    public static T AddLoggers<T>(this T o, IEnumerable<string> v)
        where T : DotNetTestSettings => o.Modify(b => b.AddCollection(() => o.Loggers, v));

    /// <inheritdoc cref="DotNetTestSettings.ResultsDirectory"/>
    public static T SetResultsDirectory<T>(this T o, string v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.ResultsDirectory, v));

    /// <inheritdoc cref="DotNetTestSettings.NoBuild"/>
    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.NoBuild, v));

    /// <inheritdoc cref="DotNetTestSettings.NoBuild"/>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.NoBuild, true));

    /// <inheritdoc cref="DotNetTestSettings.NoRestore"/>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.NoRestore, v));

    /// <inheritdoc cref="DotNetTestSettings.NoRestore"/>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.NoRestore, true));

    /// <inheritdoc cref="DotNetTestSettings.NoLogo"/>
    public static T SetNoLogo<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.NoLogo, v));

    /// <inheritdoc cref="DotNetTestSettings.NoLogo"/>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.NoLogo, true));

    /// <inheritdoc cref="DotNetTestSettings.Verbosity"/>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v)
        where T : DotNetTestSettings => o.Modify(b => b.Set(() => o.Verbosity, v));

    /// <inheritdoc cref="DotNetTestSettings.Properties"/>
    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetTestSettings => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    /// <inheritdoc cref="DotNetTestSettings.Properties"/>
    public static T AddProperty<T>(this T o, string k, object v)
        where T : DotNetTestSettings => o.Modify(b => b.AddDictionary(() => o.Properties, k, v));
}
