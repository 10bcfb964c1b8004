using System.Text;
using System.Text.Json;

namespace Pipeline.Images.Registries.Remote;

/// <summary>Docker's <c>config.json</c>, where <c>docker login</c> keeps credentials.</summary>
public static class DockerConfigFile
{
    /// <summary>
    /// The credential for a host (with port), or null when the file or the entry is missing. Throws <see cref="RegistryException"/> when the
    /// file cannot be read, or keeps the entry in a credential helper.
    /// </summary>
    public static RegistryCredential? Find(string path, string host)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (
                !document.RootElement.TryGetProperty("auths", out var entries)
                || !entries.TryGetProperty(host, out var entry)
            )
                return null;

            if (entry.TryGetProperty("auth", out var auth) && auth.GetString() is { Length: > 0 } encoded)
                return Decode(encoded);

            throw new RegistryException(
                $"{path}: auths/{host} has no 'auth': the credential is in a credential helper, which is not asked. Log in with a Docker configuration without credsStore."
            );
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new RegistryException($"{path}: expected Docker's config.json: {exception.Message}", exception);
        }
    }

    static RegistryCredential Decode(string encoded)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        var colon = text.IndexOf(':');
        return colon > 0
            ? new RegistryCredential(text[..colon], text[(colon + 1)..])
            : throw new FormatException("'auth' must be user:password in base 64");
    }
}
