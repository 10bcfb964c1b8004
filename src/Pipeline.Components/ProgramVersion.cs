using System.Reflection;

namespace Pipeline.Components;

/// <summary>The version of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>As the compiler stamped it.</summary>
    public static string Current { get; } =
        typeof(ProgramVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "0.0.0";
}
