using k8s.Models;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Names subsets of the pods behind a Service (https://istio.io/latest/docs/reference/config/networking/destination-rule/).</summary>
public sealed record DestinationRule
{
    public const string Plural = "destinationrules";

    public string ApiVersion { get; init; } = $"{VirtualService.Group}/{VirtualService.Version}";

    public string Kind { get; init; } = "DestinationRule";

    public required V1ObjectMeta Metadata { get; init; }

    public required DestinationRuleSpec Spec { get; init; }
}
