using Pipeline.LocalCluster.Node.Containers;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>The <c>phase</c> of a pod: its containers in one word.</summary>
internal static class PodPhase
{
    public const string Pending = "Pending";
    public const string Running = "Running";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";

    /// <summary>The phase that follows from the containers and from whether they would be started again.</summary>
    public static string Of(IReadOnlyCollection<ContainerStatus> containers, RestartPolicy policy)
    {
        if (containers.Any(container => container.ContainerId.Length == 0))
            return Pending;
        var ends = containers.Select(container => container.State).OfType<ContainerState.Terminated>().ToList();
        var anyFailed = ends.Any(end => end.ExitCode != 0);
        if (ends.Count < containers.Count || policy == RestartPolicy.Always)
            return Running;
        if (anyFailed && policy == RestartPolicy.OnFailure)
            return Running;
        return anyFailed ? Failed : Succeeded;
    }

    /// <summary>Whether a pod of that phase never runs again.</summary>
    public static bool IsFinal(string? phase) => phase is Succeeded or Failed;
}
