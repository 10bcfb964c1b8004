using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Base of build classes: <c>class Build : NukeBuild { static int Main() => Execute&lt;Build>(x => x.Ship); }</c></summary>
public abstract partial class NukeBuild
{
    /// <summary>The folder that holds <c>.nuke</c>, at or above the working directory.</summary>
    public static AbsolutePath RootDirectory => BuildRun.Current.RootDirectory;

    /// <summary><c>.nuke/temp</c> under the root directory; it is made where it is missing.</summary>
    public static AbsolutePath TemporaryDirectory => BuildRun.Current.TemporaryDirectory;

    /// <summary>The assembly of the program.</summary>
    public static AbsolutePath BuildAssemblyFile => System.Reflection.Assembly.GetEntryAssembly()!.Location;

    /// <summary>The folder of <see cref="BuildAssemblyFile" />.</summary>
    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile.Parent;

    /// <summary>The folder of <see cref="BuildProjectFile" />.</summary>
    public static AbsolutePath BuildProjectDirectory => BuildProjectFile?.Parent;

    /// <summary>The project of the program under <c>build</c>, or null.</summary>
    public static AbsolutePath BuildProjectFile
    {
        get
        {
            var file = RootDirectory / "build" / (BuildAssemblyFile.NameWithoutExtension + ".csproj");
            return File.Exists(file) ? file : null;
        }
    }

    /// <summary>How much is printed.</summary>
    public static Verbosity Verbosity
    {
        get => BuildRun.Current.Verbosity;
        set => BuildRun.Current.Verbosity = value;
    }

    /// <summary>The terminal or CI service that the build runs on.</summary>
    public static Host Host
    {
        get => BuildRun.Current.Host;
        set => BuildRun.Current.Host = value;
    }

    /// <summary>The names after <c>--profile</c>.</summary>
    public static string[] LoadedLocalProfiles => [.. BuildRun.Current.Options.Profiles];

    /// <summary>Whether the host is no CI service.</summary>
    public static bool IsLocalBuild => !IsServerBuild;

    /// <summary>Whether the host is a CI service.</summary>
    public static bool IsServerBuild => Host is IBuildServer;

    /// <summary>Runs the build with the arguments of the process; the result is its exit code.</summary>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
    {
        var run = new BuildRun(RunSettings.OfProcess());
        run.EnterProcess();
        return new BuildEngine(run).Run(defaultTargetExpressions);
    }
}
