using System.Net.Http.Headers;

namespace k8s.Autorest;

/// <summary>What is kept of a request or of its answer after both are disposed.</summary>
public abstract class HttpMessageWrapper
{
    private readonly Dictionary<string, IEnumerable<string>> headers = new(StringComparer.OrdinalIgnoreCase);

    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers => headers;

    protected void CopyHeaders(HttpHeaders headers)
    {
        foreach (var (name, values) in headers)
            this.headers[name] = values;
    }
}
