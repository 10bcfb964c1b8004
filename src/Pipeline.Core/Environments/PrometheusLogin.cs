namespace Pipeline.Core.Environments;

/// <summary>How to log in to a Prometheus; the secret stays in an environment variable of the machine that runs the build.</summary>
public abstract record PrometheusLogin
{
    private PrometheusLogin() { }

    /// <summary>Name of the environment variable that holds the secret.</summary>
    public required string SecretVariable { get; init; }

    /// <summary>A bearer token.</summary>
    public sealed record Bearer : PrometheusLogin;

    /// <summary>User and password.</summary>
    /// <param name="User">Name of the user.</param>
    public sealed record Basic(string User) : PrometheusLogin;
}
