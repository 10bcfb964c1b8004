using Nuke.Common.IO;

namespace NukeCommon.Tests;

/// <summary>A folder of its own for one test, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public AbsolutePath Path { get; } = Directory.CreateTempSubdirectory("nuke-tests-").FullName;

    /// <summary>Writes an executable shell script.</summary>
    public AbsolutePath Script(string name, string body)
    {
        var script = (Path / name).WriteAllText($"#!/bin/sh\n{body}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    public void Dispose() => Path.DeleteDirectory();
}
