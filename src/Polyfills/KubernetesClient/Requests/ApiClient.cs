using System.Net;
using System.Net.Http.Headers;
using System.Text;
using k8s.Authentication;
using k8s.Autorest;

namespace k8s;

/// <summary>Sends requests with the credentials of the configuration, and turns answers into objects or errors.</summary>
internal sealed class ApiClient(HttpClient http, ITokenProvider credentials, TimeSpan timeout) : IDisposable
{
    public Uri BaseUri { get; set; }

    /// <summary>Sends a request and reads its answer as an object.</summary>
    public async Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        using var deadline = Deadline(cancellationToken);
        using var response = await ExchangeAsync(request, deadline.Token).ConfigureAwait(false);
        var content = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
            return await KubernetesJson.DeserializeAsync<T>(content, deadline.Token).ConfigureAwait(false);
    }

    /// <summary>Sends a request and hands out its answer as it arrives; the time-out ends with the headers.</summary>
    public async Task<Stream> StreamAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var deadline = Deadline(cancellationToken);
        var response = await ExchangeAsync(request, deadline.Token).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => http.Dispose();

    private CancellationTokenSource Deadline(CancellationToken cancellationToken)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        return deadline;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var body = request.Body is null ? null : KubernetesJson.Serialize(request.Body);
        using var message = Message(request, body);
        if (credentials is not null)
            message.Headers.Authorization = await credentials
                .GetAuthenticationHeaderAsync(cancellationToken)
                .ConfigureAwait(false);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
        {
            var answer = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            throw new HttpOperationException(
                $"Operation returned an invalid status code '{response.StatusCode}', response body {answer}"
            )
            {
                Request = new HttpRequestMessageWrapper(message, body),
                Response = new HttpResponseMessageWrapper(response, answer),
            };
        }
    }

    private HttpRequestMessage Message(ApiRequest request, string body) =>
        new(request.Method, new Uri(BaseUri, request.RelativeUri))
        {
            Version = HttpVersion.Version20,
            Content = body is null
                ? null
                : new StringContent(
                    body,
                    Encoding.UTF8,
                    new MediaTypeHeaderValue(request.ContentType, Encoding.UTF8.WebName)
                ),
        };
}
