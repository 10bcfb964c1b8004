using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Registries.Remote;

/// <summary>
/// Uploads one blob: a small one in a single request, a large one in chunks, of which a failed one is continued where the registry says
/// that it stopped.
/// </summary>
sealed class BlobUpload(
    RegistryHttp http,
    Descriptor blob,
    Func<CancellationToken, Task<Stream>> open,
    TimeProvider time,
    int chunkBytes
)
{
    const int Attempts = 5;

    static readonly MediaTypeHeaderValue Binary = new("application/octet-stream");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (blob.Size > chunkBytes)
        {
            await PutChunksAsync(cancellationToken);
            return;
        }

        for (var failures = 0; ; )
        {
            try
            {
                await PutWholeAsync(cancellationToken);
                return;
            }
            catch (RegistryException exception) when (exception.MayPass && ++failures < Attempts)
            {
                await Task.Delay(RetryHandler.Pause(failures - 1), time, cancellationToken);
            }
        }
    }

    async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, http.Address("blobs/uploads/")),
            cancellationToken,
            HttpStatusCode.Accepted
        );
        return Location(response);
    }

    async Task PutWholeAsync(CancellationToken cancellationToken)
    {
        var location = await StartAsync(cancellationToken);
        await using var content = await open(cancellationToken);
        await FinishAsync(location, Body(content, blob.Size), cancellationToken);
    }

    async Task PutChunksAsync(CancellationToken cancellationToken)
    {
        var location = await StartAsync(cancellationToken);
        var offset = 0L;
        var failures = 0;
        while (offset < blob.Size)
        {
            try
            {
                await using var content = await OpenAtAsync(offset, cancellationToken);
                while (offset < blob.Size)
                {
                    location = await PatchAsync(location, content, offset, cancellationToken);
                    offset += Math.Min(chunkBytes, blob.Size - offset);
                    failures = 0;
                }
            }
            catch (RegistryException exception) when (exception.MayPass && ++failures < Attempts)
            {
                await Task.Delay(RetryHandler.Pause(failures - 1), time, cancellationToken);
                (location, offset) = await AskProgressAsync(location, cancellationToken);
            }
        }

        await FinishAsync(location, content: null, cancellationToken);
    }

    async Task<Uri> PatchAsync(Uri location, Stream content, long offset, CancellationToken cancellationToken)
    {
        var count = (int)Math.Min(chunkBytes, blob.Size - offset);
        var chunk = new byte[count];
        await content.ReadExactlyAsync(chunk, cancellationToken);
        var body = Body(new MemoryStream(chunk), count);
        // The specification wants a range without the unit that HTTP demands.
        body.Headers.TryAddWithoutValidation("Content-Range", $"{offset}-{offset + count - 1}");
        using var response = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Patch, location) { Content = body },
            cancellationToken,
            HttpStatusCode.Accepted
        );
        return Location(response);
    }

    async Task<(Uri Location, long Offset)> AskProgressAsync(Uri location, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, location),
            cancellationToken,
            HttpStatusCode.NoContent
        );

        // "0-99" is what the registry has; docker-registry says "0-0" for nothing at all, which costs one byte sent again.
        var range = response.Headers.TryGetValues("Range", out var values) ? values.First() : "";
        var last =
            range.Split('-') is [_, var end] && long.TryParse(end, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
        return (Location(response), last == 0 ? 0 : last + 1);
    }

    async Task FinishAsync(Uri location, HttpContent? content, CancellationToken cancellationToken)
    {
        var separator = location.Query == "" ? "?" : "&";
        var address = new Uri(
            $"{location.AbsoluteUri}{separator}digest={Uri.EscapeDataString(blob.Digest.ToString())}"
        );
        using var response = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Put, address) { Content = content },
            cancellationToken,
            HttpStatusCode.Created
        );
    }

    async Task<Stream> OpenAtAsync(long offset, CancellationToken cancellationToken)
    {
        var content = await open(cancellationToken);
        var buffer = new byte[1 << 16];
        for (var left = offset; left > 0; )
        {
            var part = buffer.AsMemory(0, (int)Math.Min(buffer.Length, left));
            await content.ReadExactlyAsync(part, cancellationToken);
            left -= part.Length;
        }

        return content;
    }

    static StreamContent Body(Stream content, long length) =>
        new(content) { Headers = { ContentType = Binary, ContentLength = length } };

    Uri Location(HttpResponseMessage response) =>
        response.Headers.Location is { } location
            ? http.Absolute(location)
            : throw new RegistryException($"{http.Location}: the answer to an upload has no Location header.");
}
