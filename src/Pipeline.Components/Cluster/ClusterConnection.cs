using k8s;

namespace Pipeline.Components.Cluster;

/// <summary>The cluster that a run delivers to.</summary>
/// <param name="Client">Its API.</param>
/// <param name="Name">As it is printed.</param>
/// <param name="Gateway">Where rehearsal traffic goes; null when none may be sent.</param>
/// <param name="IsRehearsal">Whether a delivery here is a rehearsal: namespaces are made on the way, a first version is rolled out twice
/// so that its canary is seen, and images without base or from uncommitted sources are welcome.</param>
public sealed record ClusterConnection(IKubernetes Client, string Name, Uri? Gateway, bool IsRehearsal);
