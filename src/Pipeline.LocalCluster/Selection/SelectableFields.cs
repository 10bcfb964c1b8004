using System.Collections.Immutable;
using Pipeline.LocalCluster.Kinds;

namespace Pipeline.LocalCluster.Selection;

/// <summary>What field selectors may name, those of Kubernetes.</summary>
internal static class SelectableFields
{
    private static readonly ImmutableArray<string> Every = ["metadata.name", "metadata.namespace"];

    private static readonly Dictionary<string, ImmutableArray<string>> More = new()
    {
        ["events"] =
        [
            "involvedObject.apiVersion",
            "involvedObject.fieldPath",
            "involvedObject.kind",
            "involvedObject.name",
            "involvedObject.namespace",
            "involvedObject.resourceVersion",
            "involvedObject.uid",
            "reason",
            "reportingComponent",
            "source",
            "type",
        ],
        ["jobs"] = ["status.successful"],
        ["namespaces"] = ["status.phase"],
        ["pods"] = ["spec.nodeName", "spec.restartPolicy", "spec.serviceAccountName", "status.phase", "status.podIP"],
        ["replicasets"] = ["status.replicas"],
        ["secrets"] = ["type"],
        ["services"] = ["spec.clusterIP", "spec.type"],
    };

    public static IEnumerable<string> Of(ResourceKind kind) => Every.Concat(More.GetValueOrDefault(kind.Plural, []));
}
