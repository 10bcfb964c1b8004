using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Components.Records;

/// <summary>Hash of everything that a target's result depends on.</summary>
/// <param name="Value">SHA-256 in lower-case hexadecimal, 64 characters.</param>
public sealed record InputHash(string Value)
{
    private static readonly string[] OutputFolders =
    [
        "bin",
        "obj",
        "bin-real",
        "obj-real",
        "artifacts",
        "node_modules",
        "TestResults",
    ];

    /// <summary>Hashes the contents of files together with parameters.</summary>
    /// <param name="root">Folder that the paths are relative to.</param>
    /// <param name="paths">Files and folders; folders count with all they hold, except build output. What does not exist counts as absent.</param>
    /// <param name="parameters">Further values: settings, versions of tools.</param>
    public static InputHash Of(string root, IEnumerable<string> paths, IEnumerable<string> parameters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in paths.SelectMany(path => Files(Path.Combine(root, path))).Order(StringComparer.Ordinal))
        {
            Append(hash, Path.GetRelativePath(root, file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        foreach (var parameter in parameters)
            Append(hash, parameter);

        return new InputHash(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            return [];

        var inside = Directory
            .EnumerateDirectories(path)
            .Where(folder => !OutputFolders.Contains(Path.GetFileName(folder)))
            .SelectMany(Files);
        return Directory.EnumerateFiles(path).Concat(inside);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
