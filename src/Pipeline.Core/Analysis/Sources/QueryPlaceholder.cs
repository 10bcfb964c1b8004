namespace Pipeline.Core.Analysis.Sources;

/// <summary>What a query template may name in double braces, in lower case.</summary>
public enum QueryPlaceholder
{
    /// <summary>Name of the service, for example <c>user-service</c>.</summary>
    Service,

    /// <summary>Name of the environment, which is also its namespace.</summary>
    Environment,

    /// <summary>The track that is asked for: <c>a</c> or <c>b</c>.</summary>
    Track,

    /// <summary>Time that one look covers, as PromQL writes it, for example <c>30s</c>.</summary>
    Window,
}
