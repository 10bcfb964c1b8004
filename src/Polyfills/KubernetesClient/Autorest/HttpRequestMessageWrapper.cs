namespace k8s.Autorest;

/// <summary>The request that failed.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
        CopyHeaders(httpRequest.Headers);
    }

    public HttpMethod Method { get; set; }

    public Uri RequestUri { get; set; }
}
