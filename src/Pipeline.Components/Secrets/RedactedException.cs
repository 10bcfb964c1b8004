namespace Pipeline.Components.Secrets;

/// <summary>Says what another exception says, without secrets.</summary>
internal sealed class RedactedException(Exception original) : Exception(KnownSecrets.Redact(original.Message))
{
    private readonly string text = KnownSecrets.Redact(original.ToString());

    /// <inheritdoc/>
    public override string ToString() => text;
}
