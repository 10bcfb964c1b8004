using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Components.Package;

/// <summary>Where images are kept: a repository of a remote registry, or a layout directory.</summary>
/// <param name="Remote">The repository; null for a directory.</param>
/// <param name="Directory">The directory; null for a repository.</param>
internal sealed record RegistryAddress(RegistryReference? Remote, string? Directory)
{
    /// <summary>Reads <c>host/repository</c> or a path, which begins with <c>/</c> or <c>.</c> or names a directory that is there.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static RegistryAddress Parse(string text)
    {
        if (Path.IsPathRooted(text) || text.StartsWith('.') || System.IO.Directory.Exists(text))
            return new RegistryAddress(null, Path.GetFullPath(text));

        var remote = RegistryReference.Parse(text);
        return remote is { Tag: null, Digest: null }
            ? new RegistryAddress(remote, null)
            : throw new FormatException(
                $"'{text}' names an image: expected a repository, such as {remote.Host}/{remote.Repository}."
            );
    }

    /// <summary>Opens it, with the credential that <c>docker login</c> keeps.</summary>
    public async Task<IImageRegistry> OpenAsync(bool allowPlainHttp, CancellationToken cancellationToken)
    {
        if (Directory is not null)
            return await LayoutRegistry.OpenAsync(Directory, cancellationToken);

        var options = new RemoteRegistryOptions
        {
            AllowPlainHttp = allowPlainHttp,
            Credential = DockerLogin.CredentialOf(Remote!.Host),
        };
        return new RemoteRegistry(Remote, options);
    }

    /// <summary>As nodes name the repository; a directory has no name that they could pull from.</summary>
    public string? Repository => Remote is null ? null : $"{Remote.Host}/{Remote.Repository}";
}
