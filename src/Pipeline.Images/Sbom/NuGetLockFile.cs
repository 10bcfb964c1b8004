using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Images.Building;

namespace Pipeline.Images.Sbom;

/// <summary>A project's <c>packages.lock.json</c>: the content hash of every package that a restore may use.</summary>
sealed class NuGetLockFile
{
    readonly string _path;
    readonly ImmutableDictionary<string, string> _hashes;

    NuGetLockFile(string path, ImmutableDictionary<string, string> hashes)
    {
        _path = path;
        _hashes = hashes;
    }

    /// <summary>Reads the file; throws <see cref="ImageBuildException"/> when it is none.</summary>
    public static NuGetLockFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var packages =
                from framework in document.RootElement.GetProperty("dependencies").EnumerateObject()
                from package in framework.Value.EnumerateObject()
                where package.Value.TryGetProperty("contentHash", out _)
                select KeyValuePair.Create(
                    $"{package.Name}/{package.Value.GetProperty("resolved").GetString()}".ToLowerInvariant(),
                    Convert.ToHexStringLower(package.Value.GetProperty("contentHash").GetBytesFromBase64())
                );
            return new NuGetLockFile(path, packages.DistinctBy(package => package.Key).ToImmutableDictionary());
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or JsonException
                        or FormatException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            throw new ImageBuildException($"{path} is no packages.lock.json: {exception.Message}", exception);
        }
    }

    /// <summary>The SHA-512 of a package that is in the image, in lower-case hexadecimal.</summary>
    /// <exception cref="ImageBuildException">The file does not list the package, or with other content.</exception>
    public string Demand(DependencyLibrary package)
    {
        if (!_hashes.TryGetValue(package.Id.ToLowerInvariant(), out var locked))
            throw new ImageBuildException(
                $"{package.Id} is in the image, but not in {_path}. Restore in locked mode and build again."
            );
        return package.Sha512 is null || package.Sha512 == locked
            ? locked
            : throw new ImageBuildException(
                $"{package.Id} in the image has the SHA-512 {package.Sha512}, {_path} locks {locked}. Clear the package from NuGet's folder and build again."
            );
    }
}
