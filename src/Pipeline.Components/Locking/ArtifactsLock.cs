using System.Text.Json;

namespace Pipeline.Components.Locking;

/// <summary>Keeps two runs from writing the same artifacts; held until the process ends, however it ends.</summary>
public sealed class ArtifactsLock : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly FileStream file;

    private ArtifactsLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The lock file; it says who holds the lock.</param>
    /// <param name="holder">What others are told meanwhile.</param>
    /// <exception cref="ArtifactsInUseException">Another run holds it.</exception>
    public static ArtifactsLock Acquire(string path, LockHolder holder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream file;
        try
        {
            // The operating system lets go of the lock when the process dies, so none is ever left behind.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new ArtifactsInUseException(path, ReadHolder(path + ".holder"));
        }

        File.WriteAllText(path + ".holder", JsonSerializer.Serialize(holder, Options));
        return new ArtifactsLock(file);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static LockHolder? ReadHolder(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<LockHolder>(File.ReadAllText(path), Options);
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            // The other run has the lock but has not yet said who it is.
            return null;
        }
    }
}
