namespace k8s;

/// <summary>The paths of one kind of object, for example <c>apis/apps/v1</c> and <c>deployments</c>.</summary>
internal sealed record ApiResource(string Version, string Plural)
{
    public static ApiResource Custom(string group, string version, string plural) =>
        new($"apis/{Escaped(group)}/{Escaped(version)}", Escaped(plural));

    /// <summary>The objects that belong to no namespace, or the one of that name.</summary>
    public string Path(string name = null) => $"{Version}/{Plural}" + Tail(name, null);

    /// <summary>The objects of a namespace, the one of that name, or a part of it.</summary>
    public string In(string namespaceParameter, string name = null, string part = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(namespaceParameter);
        return $"{Version}/namespaces/{Escaped(namespaceParameter)}/{Plural}" + Tail(name, part);
    }

    private static string Tail(string name, string part) =>
        (name is null ? "" : $"/{Escaped(name)}")
        + (part is null ? "" : $"/{string.Join('/', part.Split('/').Select(Escaped))}");

    private static string Escaped(string segment) => Uri.EscapeDataString(segment);
}
