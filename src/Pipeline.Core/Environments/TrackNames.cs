namespace Pipeline.Core.Environments;

/// <summary>The words for tracks in labels and object names.</summary>
public static class TrackNames
{
    /// <summary>The value of the track label: <c>a</c> or <c>b</c>.</summary>
    public static string Label(this Track track) => track == Track.A ? "a" : "b";

    /// <summary>The other track.</summary>
    public static Track Other(this Track track) => track == Track.A ? Track.B : Track.A;

    /// <summary>The track that a label names, or null when it names none.</summary>
    public static Track? FromLabel(string? label) =>
        label switch
        {
            "a" => Track.A,
            "b" => Track.B,
            _ => null,
        };
}
