using System.Globalization;
using Pipeline.Core.Rollouts;

namespace Pipeline.Components.Deliver;

/// <summary>Prints each phase that a rollout enters, and how long its way back took.</summary>
/// <param name="print">Prints a line.</param>
internal sealed class PhaseProgress(Action<string> print)
{
    private DateTimeOffset? returning;

    public void Entered(RolloutState state)
    {
        if (state.Phase == RolloutPhase.Returning)
        {
            print($"{state.Outcome}: {state.Reason}");
            returning ??= state.PhaseSince;
        }

        if (state.Phase == RolloutPhase.Retiring && returning is { } since)
            print(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"all traffic is back, {(state.PhaseSince - since).TotalSeconds:0.00} s after the decision"
                )
            );
        print(state.Describe());
    }
}
