using System.Reflection;

namespace UserService.Hosting;

/// <summary>The version that this program was built with.</summary>
static class ServiceVersion
{
    public static string Current { get; } =
        typeof(ServiceVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
}
