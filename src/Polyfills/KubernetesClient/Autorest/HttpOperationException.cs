namespace k8s.Autorest;

/// <summary>The server answered a request with another status than success.</summary>
public class HttpOperationException : Exception
{
    public HttpOperationException() { }

    public HttpOperationException(string message)
        : base(message) { }

    public HttpOperationException(string message, Exception innerException)
        : base(message, innerException) { }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The answer as an object, where it could be read as one.</summary>
    public object Body { get; set; }
}
