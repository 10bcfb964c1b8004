namespace Pipeline.LocalCluster.Storage;

/// <summary>The identity of one stored object; <paramref name="Namespace"/> is empty for cluster-scoped objects.</summary>
public sealed record ResourceKey(string Group, string Plural, string Namespace, string Name)
{
    /// <summary>The collection that the object belongs to.</summary>
    public GroupResource Resource => new(Group, Plural);

    public override string ToString() =>
        Namespace.Length == 0 ? $"{Resource} \"{Name}\"" : $"{Resource} \"{Namespace}/{Name}\"";
}
