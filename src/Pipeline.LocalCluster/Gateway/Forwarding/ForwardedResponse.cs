using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;

namespace Pipeline.LocalCluster.Gateway.Forwarding;

/// <summary>Passes an endpoint's answer to the client as it arrives.</summary>
internal static class ForwardedResponse
{
    private const int ReadSize = 16 * 1024;

    public static async Task CopyAsync(HttpResponseMessage from, HttpResponse to, CancellationToken cancel)
    {
        to.StatusCode = (int)from.StatusCode;
        var connection = from.Headers.NonValidated.TryGetValues("Connection", out var options)
            ? new StringValues(options.ToString())
            : StringValues.Empty;
        Copy(from.Headers.NonValidated, connection, to.Headers);
        Copy(from.Content.Headers.NonValidated, connection, to.Headers);
        await using var body = await from.Content.ReadAsStreamAsync(cancel);

        // Only what has no known end is flushed piece by piece; the rest leaves with the header in one packet.
        var live = from.Content.Headers.ContentLength is null;
        while (await body.ReadAsync(to.BodyWriter.GetMemory(ReadSize), cancel) is > 0 and var read)
        {
            to.BodyWriter.Advance(read);
            if (live || to.BodyWriter.UnflushedBytes > ReadSize)
                await to.BodyWriter.FlushAsync(cancel);
        }
    }

    private static void Copy(HttpHeadersNonValidated from, StringValues connection, IHeaderDictionary to)
    {
        foreach (var (name, values) in from)
        {
            if (!HopByHop.Drops(name, connection))
                to[name] = values.Count == 1 ? values.ToString() : values.ToArray();
        }
    }
}
