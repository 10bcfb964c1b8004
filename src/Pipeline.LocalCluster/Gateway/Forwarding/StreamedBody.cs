using System.Net;

namespace Pipeline.LocalCluster.Gateway.Forwarding;

/// <summary>A request's body, passed on as it arrives.</summary>
internal sealed class StreamedBody(HttpRequest request) : HttpContent
{
    /// <summary>Whether some of it may be gone, so that the request cannot be sent again.</summary>
    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancel)
    {
        Begun = true;
        return request.Body.CopyToAsync(stream, cancel);
    }

    // A length that the client stated arrives as a header field.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
