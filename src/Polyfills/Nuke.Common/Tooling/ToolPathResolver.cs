using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Finds executables.</summary>
public static class ToolPathResolver
{
    /// <summary>The executable that an environment variable such as <c>DOTNET_EXE</c> names, or null if it is not set.</summary>
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable);
        if (string.IsNullOrEmpty(path))
            return null;

        Assert.FileExists(path, $"{environmentExecutable} names the executable '{path}', but there is no such file");
        return path;
    }

    /// <summary>The executable's full path: itself if it is a path, otherwise the first of that name on the PATH.</summary>
    public static string GetPathExecutable(string pathExecutable) =>
        TryGetPathExecutable(pathExecutable)
        ?? throw new ArgumentException(
            $"Executable '{pathExecutable}' is not on the PATH ({EnvironmentInfo.Paths.Join(Path.PathSeparator.ToString())}); "
                + "install it, or add its folder to the PATH"
        );

    internal static string TryGetPathExecutable(string pathExecutable)
    {
        if (Path.GetFileName(pathExecutable) != pathExecutable)
            return Candidates(pathExecutable).Select(Path.GetFullPath).FirstOrDefault(IsExecutable);

        return EnvironmentInfo
            .Paths.SelectMany(folder => Candidates(Path.Combine(folder, pathExecutable)))
            .FirstOrDefault(IsExecutable);
    }

    private static IEnumerable<string> Candidates(string path) =>
        EnvironmentInfo.IsWin && !Path.HasExtension(path)
            ? (EnvironmentInfo.GetVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';').Select(end => path + end)
            : [path];

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (
                File.GetUnixFileMode(path)
                & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
            ) != 0
        );
}
