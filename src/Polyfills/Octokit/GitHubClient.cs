namespace Octokit;

/// <summary>GitHub's REST API (https://docs.github.com/rest).</summary>
public class GitHubClient : IGitHubClient
{
    private readonly RestClient rest;

    public GitHubClient(ProductHeaderValue productInformation)
        : this(productInformation, GitHubApiUrl) { }

    /// <param name="productInformation">Who asks.</param>
    /// <param name="baseAddress">GitHub itself, or another host, whose API is expected under <c>/api/v3/</c>.</param>
    public GitHubClient(ProductHeaderValue productInformation, Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(productInformation);
        ArgumentNullException.ThrowIfNull(baseAddress);
        BaseAddress = baseAddress.Host is "github.com" or "www.github.com" or "api.github.com"
            ? GitHubApiUrl
            : new Uri(baseAddress, "/api/v3/");
        rest = new RestClient(BaseAddress, productInformation);
        Repository = new RepositoriesClient(rest);
        Git = new GitDatabaseClient(rest);
    }

    public static readonly Uri GitHubApiUrl = new("https://api.github.com/");

    public Uri BaseAddress { get; }

    public Credentials Credentials
    {
        get => rest.Credentials;
        set => rest.Credentials = value;
    }

    public IRepositoriesClient Repository { get; }

    public IGitDatabaseClient Git { get; }
}
