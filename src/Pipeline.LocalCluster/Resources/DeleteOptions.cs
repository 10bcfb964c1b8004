using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Resources;

/// <summary>The <c>DeleteOptions</c> of a request, from its body and query.</summary>
public sealed record DeleteOptions
{
    public int? GracePeriodSeconds { get; init; }

    /// <summary>What becomes of dependents; null means background.</summary>
    public string? Propagation { get; init; }

    /// <summary>Delete only the object with this uid.</summary>
    public string? Uid { get; init; }

    /// <summary>Delete only this version.</summary>
    public string? ResourceVersion { get; init; }

    public bool DryRun { get; init; }

    /// <summary>The options that a request's body gives; none for an empty body.</summary>
    public static DeleteOptions From(JsonObject? body) =>
        new()
        {
            GracePeriodSeconds = body.Int("gracePeriodSeconds"),
            Propagation = body.Text("propagationPolicy") ?? (body.Flag("orphanDependents") ? "Orphan" : null),
            Uid = body.Text("preconditions", "uid"),
            ResourceVersion = body.Text("preconditions", "resourceVersion"),
            DryRun = body.Texts("dryRun").Contains("All"),
        };
}
