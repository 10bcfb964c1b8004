namespace Pipeline.Kubernetes.Access;

/// <summary>The account lacks a permission on the cluster.</summary>
public sealed class PermissionMissingException : Exception
{
    /// <param name="call">What was not permitted.</param>
    /// <param name="answer">The server's own words.</param>
    public PermissionMissingException(ApiCall call, string answer)
        : base(
            $"not permitted: {call}; an administrator must grant it, for example by applying the generated role.yaml"
                + (call.Namespace is { } name ? $" of {name}" : "")
                + $" (the server says: {answer})"
        ) => Call = call;

    /// <summary>The verb, the resource and the namespace that are not permitted.</summary>
    public ApiCall Call { get; }
}
