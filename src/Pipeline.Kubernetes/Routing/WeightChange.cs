namespace Pipeline.Kubernetes.Routing;

/// <summary>How an attempt to change the weights ended.</summary>
public abstract record WeightChange
{
    private WeightChange() { }

    /// <summary>The route has the weights.</summary>
    /// <param name="Now">The split with its new epoch.</param>
    public sealed record Applied(TrafficSplit Now) : WeightChange;

    /// <summary>The route is not as it was last seen, and was left alone.</summary>
    /// <param name="Now">The split that was found; null when there is no route with both tracks any more.</param>
    /// <param name="Detail">What was expected and what was found.</param>
    public sealed record SomeoneElseActed(TrafficSplit? Now, string Detail) : WeightChange;
}
