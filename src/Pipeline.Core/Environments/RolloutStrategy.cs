using System.Collections.Immutable;

namespace Pipeline.Core.Environments;

/// <summary>How a new version takes over an environment.</summary>
public abstract record RolloutStrategy
{
    private RolloutStrategy() { }

    /// <summary>Name of the strategy as it is printed.</summary>
    public abstract string Name { get; }

    /// <summary>The active Deployment is updated in place, a few pods at a time.</summary>
    public sealed record Rolling : RolloutStrategy
    {
        /// <summary>How many pods may be missing meanwhile.</summary>
        public PodQuantity MaxUnavailable { get; init; } = Percent.Of(25);

        /// <summary>How many pods may run in addition meanwhile.</summary>
        public PodQuantity MaxSurge { get; init; } = Percent.Of(25);

        /// <inheritdoc/>
        public override string Name => "rolling";
    }

    /// <summary>The new version is checked on the idle track without traffic and then takes all of it in one switch.</summary>
    public sealed record BlueGreen : RolloutStrategy
    {
        /// <summary>Paths that must answer 200 on the new track before the switch, besides health, readiness and the traffic's route.</summary>
        public ImmutableArray<string> PreviewChecks { get; init; } = [];

        /// <summary>How long the old track stays warm after the switch.</summary>
        public TimeSpan Standby { get; init; } = TimeSpan.FromMinutes(30);

        /// <inheritdoc/>
        public override string Name => "blue-green";
    }

    /// <summary>The new version takes over stage by stage; every stage is judged on live traffic.</summary>
    public sealed record Canary : RolloutStrategy
    {
        /// <summary>The stages in order; the last one has weight 100.</summary>
        public required ImmutableArray<CanaryStage> Stages { get; init; }

        /// <summary>How long the old track stays warm after the last stage.</summary>
        public TimeSpan Standby { get; init; } = TimeSpan.FromMinutes(30);

        /// <inheritdoc/>
        public override string Name => "canary";
    }
}
