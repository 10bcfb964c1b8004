namespace Pipeline.Core.Environments;

/// <summary>A number of pods, given as such or as a share of all.</summary>
public sealed record PodQuantity
{
    private PodQuantity(int? pods, Percent? share) => (Pods, Share) = (pods, share);

    /// <summary>The number; null when it is given as a share.</summary>
    public int? Pods { get; }

    /// <summary>The share; null when it is given as a number.</summary>
    public Percent? Share { get; }

    /// <summary>Whether it is none, however many pods there are.</summary>
    public bool IsZero => Pods == 0 || Share == Percent.Zero;

    public static implicit operator PodQuantity(int pods) => new(pods, share: null);

    public static implicit operator PodQuantity(Percent share) => new(pods: null, share);

    /// <summary>How many of so many pods, a fraction counted in full.</summary>
    public int RoundedUpOf(int replicas) => Pods ?? Share!.Value.CeilingOf(replicas);

    /// <summary>How many of so many pods, a fraction left out.</summary>
    public int RoundedDownOf(int replicas) => Pods ?? (int)Math.Floor(replicas * Share!.Value.Value / 100);

    /// <summary>As a Deployment has it: <c>3</c> or <c>25%</c>.</summary>
    public override string ToString() => Pods is { } pods ? $"{pods}" : $"{Share!.Value.Value:0}%";
}
