using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>Names, labels and selectors that all objects of a service share.</summary>
internal static class ManifestMetadata
{
    public static V1ObjectMeta Of(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        string name,
        Track? track = null
    ) =>
        new()
        {
            Name = name,
            NamespaceProperty = environment.Name,
            Labels = Labels(service, track),
        };

    public static Dictionary<string, string> Labels(
        ServiceDefinition service,
        Track? track = null,
        string? version = null
    )
    {
        var labels = new Dictionary<string, string>
        {
            [ObjectMarks.NameLabel] = service.Name,
            [ObjectMarks.ManagedByLabel] = ObjectMarks.Manager,
        };
        if (track is { } slot)
            labels[ObjectMarks.TrackLabel] = slot.Label();
        if (version is not null)
            labels[ObjectMarks.VersionLabel] = LabelValue(version);
        return labels;
    }

    /// <summary>The labels by which the pods of a track are found; they never change, since a selector cannot.</summary>
    public static Dictionary<string, string> Selector(ServiceDefinition service, Track track) =>
        new() { [ObjectMarks.NameLabel] = service.Name, [ObjectMarks.TrackLabel] = track.Label() };

    // Build metadata of a version begins with a plus sign, which a label must not contain.
    private static string LabelValue(string version) => version.Replace('+', '_');
}
