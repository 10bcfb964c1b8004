using System.Globalization;
using k8s.Models;

namespace k8s;

/// <summary>One request to the API server: what every operation comes down to.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    private readonly List<string> query = [];

    public object Body { get; private init; }

    public string RelativeUri => query.Count == 0 ? Path : $"{Path}?{string.Join('&', query)}";

    public string ContentType => (Body as V1Patch)?.ContentType ?? "application/json";

    public static ApiRequest List(
        string path,
        bool? allowWatchBookmarks,
        string continueParameter,
        string fieldSelector,
        string labelSelector,
        int? limit,
        string resourceVersion,
        string resourceVersionMatch,
        bool? sendInitialEvents,
        int? timeoutSeconds,
        bool? pretty
    ) =>
        Read(path, pretty)
            .With("allowWatchBookmarks", allowWatchBookmarks)
            .With("continue", continueParameter)
            .With("fieldSelector", fieldSelector)
            .With("labelSelector", labelSelector)
            .With("limit", limit)
            .With("resourceVersion", resourceVersion)
            .With("resourceVersionMatch", resourceVersionMatch)
            .With("sendInitialEvents", sendInitialEvents)
            .With("timeoutSeconds", timeoutSeconds);

    public static ApiRequest Read(string path, bool? pretty = null) =>
        new ApiRequest(HttpMethod.Get, path).With("pretty", pretty);

    public static ApiRequest Create(
        string path,
        object body,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty
    ) => Write(HttpMethod.Post, path, body, dryRun, fieldManager, fieldValidation, pretty);

    public static ApiRequest Replace(
        string path,
        object body,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty
    ) => Write(HttpMethod.Put, path, body, dryRun, fieldManager, fieldValidation, pretty);

    public static ApiRequest Patch(
        string path,
        object body,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? force,
        bool? pretty = null
    )
    {
        if (body is not V1Patch)
            throw new ArgumentException($"A patch is sent as {nameof(V1Patch)}, which names its form.", nameof(body));
        return Write(HttpMethod.Patch, path, body, dryRun, fieldManager, fieldValidation, pretty).With("force", force);
    }

    public static ApiRequest Delete(
        string path,
        V1DeleteOptions body,
        string dryRun,
        int? gracePeriodSeconds,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential,
        bool? orphanDependents,
        string propagationPolicy,
        bool? pretty = null
    ) =>
        new ApiRequest(HttpMethod.Delete, path) { Body = body }
            .With("dryRun", dryRun)
            .With("gracePeriodSeconds", gracePeriodSeconds)
            .With("ignoreStoreReadErrorWithClusterBreakingPotential", ignoreStoreReadErrorWithClusterBreakingPotential)
            .With("orphanDependents", orphanDependents)
            .With("propagationPolicy", propagationPolicy)
            .With("pretty", pretty);

    /// <summary>Adds a parameter to the query, unless it has no value.</summary>
    public ApiRequest With(string name, object value)
    {
        if (value is bool flag)
            value = flag ? "true" : "false";
        if (value is not null)
            query.Add($"{name}={Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture))}");
        return this;
    }

    private static ApiRequest Write(
        HttpMethod method,
        string path,
        object body,
        string dryRun,
        string fieldManager,
        string fieldValidation,
        bool? pretty
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        return new ApiRequest(method, path) { Body = body }
            .With("dryRun", dryRun)
            .With("fieldManager", fieldManager)
            .With("fieldValidation", fieldValidation)
            .With("pretty", pretty);
    }
}
