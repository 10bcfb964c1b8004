namespace k8s.Models;

/// <summary>The object that a status speaks of, and every reason for it.</summary>
public record V1StatusDetails
{
    public IList<V1StatusCause> Causes { get; set; }

    public string Group { get; set; }

    public string Kind { get; set; }

    public string Name { get; set; }

    public int? RetryAfterSeconds { get; set; }

    public string Uid { get; set; }
}
