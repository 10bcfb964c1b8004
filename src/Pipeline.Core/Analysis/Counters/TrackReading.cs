using System.Text.Json.Serialization;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>What one look at a track gave.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Counted), "counted")]
[JsonDerivedType(typeof(NoData), "noData")]
public abstract record TrackReading
{
    private TrackReading() { }

    /// <summary>The requests since the look before.</summary>
    public sealed record Counted(RequestCounts Counts) : TrackReading;

    /// <summary>Nothing usable.</summary>
    /// <param name="Cause">What kind of trouble it is.</param>
    /// <param name="Detail">The trouble itself, for people.</param>
    public sealed record NoData(NoDataCause Cause, string Detail) : TrackReading;
}
