namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>An image cannot be had.</summary>
/// <param name="reason">The waiting reason of the container, as Kubernetes names it.</param>
/// <param name="message">What was expected and found.</param>
/// <param name="cause">What failed underneath.</param>
internal sealed class ImagePullException(string reason, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public string Reason { get; } = reason;
}
