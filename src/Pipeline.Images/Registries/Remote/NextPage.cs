namespace Pipeline.Images.Registries.Remote;

/// <summary>Where a list goes on: <c>Link: &lt;/v2/…&gt;; rel="next"</c> (RFC 8288).</summary>
static class NextPage
{
    public static Uri? Of(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links))
            return null;

        var next = links.FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
        var (start, end) = (next?.IndexOf('<') ?? -1, next?.IndexOf('>') ?? -1);
        return start >= 0 && end > start ? new Uri(next![(start + 1)..end], UriKind.RelativeOrAbsolute) : null;
    }
}
