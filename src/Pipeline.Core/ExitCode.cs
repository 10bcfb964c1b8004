using Pipeline.Core.Rollouts;

namespace Pipeline.Core;

/// <summary>What the process tells its caller; documented in the README.</summary>
public static class ExitCode
{
    public const int Success = 0;
    public const int GateRefused = 10;
    public const int PromotionRefused = 11;
    public const int RolledBack = 20;
    public const int NotProved = 21;
    public const int NeverReady = 22;
    public const int LeaseHeld = 23;
    public const int Aborted = 24;
    public const int Interrupted = 130;
    public const int Terminated = 143;
    public const int BuildFailed = 255;

    /// <summary>The exit code of a rollout that ended so.</summary>
    public static int Of(RolloutOutcome outcome) =>
        outcome switch
        {
            RolloutOutcome.Promoted => Success,
            RolloutOutcome.RolledBack => RolledBack,
            RolloutOutcome.NotProved => NotProved,
            RolloutOutcome.NeverReady => NeverReady,
            RolloutOutcome.Displaced => LeaseHeld,
            _ => Aborted,
        };
}
