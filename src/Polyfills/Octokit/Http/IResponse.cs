using System.Net;

namespace Octokit;

/// <summary>GitHub's answer to a request.</summary>
public interface IResponse
{
    object Body { get; }

    IReadOnlyDictionary<string, string> Headers { get; }

    HttpStatusCode StatusCode { get; }

    string ContentType { get; }
}
