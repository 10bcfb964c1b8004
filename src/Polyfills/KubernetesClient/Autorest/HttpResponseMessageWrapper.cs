using System.Net;

namespace k8s.Autorest;

/// <summary>The answer to a request that failed.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        CopyHeaders(httpResponse.Headers);
    }

    public HttpStatusCode StatusCode { get; set; }

    public string ReasonPhrase { get; set; }
}
