using Pipeline.Images.Layouts;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests;

/// <summary>Pushes the largest layer of an image in small chunks, says so after some of them, and then waits to be killed.</summary>
static class SlowPush
{
    public static async Task<int> RunAsync(string source, string tag, string repository)
    {
        var layout = OciLayout.Open(source);
        var image = await layout.ResolveAsync(tag);
        var layer = (await layout.ReadManifestAsync(image!.Digest)).Layers.MaxBy(found => found.Size)!;
        using var registry = new RemoteRegistry(
            RegistryReference.Parse(repository),
            new RemoteRegistryOptions { ChunkBytes = 1 << 20 }
        );
        await registry.WriteBlobAsync(layer, _ => Task.FromResult<Stream>(new StallingStream(layout.OpenBlob(layer))));
        return 0;
    }

    sealed class StallingStream(Stream inner) : MemoryStream
    {
        const int Before = 4 << 20;

        long _read;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (_read >= Before)
            {
                Console.WriteLine("sending");
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            var count = await inner.ReadAsync(buffer, cancellationToken);
            _read += count;
            return count;
        }
    }
}
