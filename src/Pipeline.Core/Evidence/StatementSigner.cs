namespace Pipeline.Core.Evidence;

/// <summary>Who vouches for a statement; whoever is named here was verified when the statement was read.</summary>
public abstract record StatementSigner
{
    private StatementSigner() { }

    /// <summary>For people.</summary>
    public abstract override string ToString();

    /// <summary>Somebody whose key is not known here, so that nothing could be verified.</summary>
    /// <param name="Id">What the statement says of the key.</param>
    public sealed record Stranger(string Id) : StatementSigner
    {
        /// <inheritdoc/>
        public override string ToString() => $"an unknown key ({Id})";
    }

    /// <summary>The key that a machine generates for itself.</summary>
    public sealed record DevelopmentKey : StatementSigner
    {
        /// <inheritdoc/>
        public override string ToString() => "a development key";
    }

    /// <summary>A key that someone keeps.</summary>
    /// <param name="Name">What the key is called where it is trusted.</param>
    public sealed record Key(string Name) : StatementSigner
    {
        /// <inheritdoc/>
        public override string ToString() => $"key {Name}";
    }
}
