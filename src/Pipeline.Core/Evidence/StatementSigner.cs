namespace Pipeline.Core.Evidence;

/// <summary>Who vouches for a statement; what is here was verified when the statement was read.</summary>
public abstract record StatementSigner
{
    private StatementSigner() { }

    /// <summary>For people.</summary>
    public abstract override string ToString();

    /// <summary>The statement is not signed.</summary>
    public sealed record Nobody : StatementSigner
    {
        /// <inheritdoc/>
        public override string ToString() => "nobody";
    }

    /// <summary>The key that a machine generates for itself.</summary>
    public sealed record DevelopmentKey : StatementSigner
    {
        /// <inheritdoc/>
        public override string ToString() => "a development key";
    }

    /// <summary>A key that someone keeps.</summary>
    /// <param name="Id">Identifier of the key.</param>
    public sealed record Key(string Id) : StatementSigner
    {
        /// <inheritdoc/>
        public override string ToString() => $"key {Id}";
    }
}
