namespace Pipeline.Images.Registries;

/// <summary>A registry refused a request, or answered with something that it must not answer with.</summary>
public sealed class RegistryException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the same request may succeed a moment later.</summary>
    public bool MayPass { get; init; }
}
