using Pipeline.Images.Registries.Remote;

namespace Pipeline.Components.Package;

/// <summary>The credentials that <c>docker login</c> keeps.</summary>
internal static class DockerLogin
{
    /// <summary>The credential for a registry's host, or null.</summary>
    public static RegistryCredential? CredentialOf(string host) =>
        DockerConfigFile.Find(
            Path.Combine(
                Environment.GetEnvironmentVariable("DOCKER_CONFIG")
                    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"),
                "config.json"
            ),
            host
        );
}
