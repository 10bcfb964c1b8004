using System.Collections;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>The machine, the process and the environment variables that a build runs with.</summary>
public static class EnvironmentInfo
{
    /// <summary>The command line as the process was given it, without the program.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments => Environment.GetCommandLineArgs()[1..];

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    public static bool IsUnix => !IsWin;

    public static bool IsWin => OperatingSystem.IsWindows();

    public static bool IsLinux => OperatingSystem.IsLinux();

    public static bool IsOsx => OperatingSystem.IsMacOS();

    /// <summary>The family of the operating system.</summary>
    public static PlatformFamily Platform =>
        IsWin ? PlatformFamily.Windows
        : IsLinux ? PlatformFamily.Linux
        : IsOsx ? PlatformFamily.OSX
        : PlatformFamily.Unknown;

    /// <summary>A snapshot of the environment variables; names are case-insensitive on Windows only.</summary>
    public static ReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>(VariableNames);
            foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
                variables.TryAdd((string)entry.Key, (string)entry.Value);
            return variables.AsReadOnly();
        }
    }

    /// <summary>The folders of the PATH variable.</summary>
    public static IReadOnlyCollection<string> Paths =>
        (GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    internal static StringComparer VariableNames => IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Whether the variable is set, and not empty unless <paramref name="allowEmpty"/>.</summary>
    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>The variable's value, or null if it is not set.</summary>
    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>The variable's value converted to <typeparamref name="T"/>, or the default if it is not set.</summary>
    public static T GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } value
            ? (T)ValueConversion.Convert([value], typeof(T), separator?.ToString())
            : default;

    /// <summary>Sets the variable of this process.</summary>
    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    /// <summary>Removes the variable from this process.</summary>
    public static void RemoveVariable(string name) => Environment.SetEnvironmentVariable(name, value: null);
}
