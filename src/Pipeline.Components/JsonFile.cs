using Pipeline.Components.Secrets;
using Pipeline.Core;

namespace Pipeline.Components;

/// <summary>Results that targets hand over to each other, as JSON on disk.</summary>
public static class JsonFile
{
    /// <summary>Writes a value without secrets, so that a reader finds the old file or the new one and nothing between.</summary>
    public static void Write<T>(string path, T value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".new";
        File.WriteAllText(temporary, KnownSecrets.Redact(StableJson.Write(value)));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a value that another target wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="producer">The target that writes it, for the error message.</param>
    /// <exception cref="MissingResultException">It is not there or cannot be read.</exception>
    public static T Read<T>(string path, string producer)
    {
        if (!File.Exists(path))
            throw new MissingResultException($"{path} is missing: run ./build.sh {producer} first");
        try
        {
            return StableJson.Read<T>(File.ReadAllText(path), path);
        }
        catch (FormatException problem)
        {
            throw new MissingResultException($"{problem.Message}; run ./build.sh {producer} --force");
        }
    }
}
