using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutEffect;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

/// <summary>A cluster in memory that does at once what it is told, and remembers it.</summary>
internal sealed class ScriptedWorld(RolloutState start)
{
    private Percent weight = Percent.Zero;
    private long epoch = start.Epoch;
    private int size;

    public bool SmokePasses { get; init; } = true;

    public Func<RolloutState, RolloutOutcome?> Verdict { get; init; } = _ => RolloutOutcome.Promoted;

    public List<decimal> Weights { get; } = [];

    public List<int> Sizes { get; } = [];

    public List<Revision> Installed { get; } = [];

    public Track? Front { get; private set; } = start.Plan.Stable;

    public int Judgements { get; private set; }

    public RolloutState Run()
    {
        var now = Plans.Start;
        var step = RolloutMachine.Advance(start, new Started(), now);
        for (var turn = 0; turn < 100; turn++)
        {
            foreach (var effect in step.Effects)
                CarryOut(effect);
            if (!step.State.IsUnderWay)
                return step.State;
            now = now.AddSeconds(1);
            step = RolloutMachine.Advance(step.State, Observe(step.State), now);
        }

        throw new InvalidOperationException($"still in {step.State.Phase} after 100 turns");
    }

    private void CarryOut(RolloutEffect effect)
    {
        switch (effect)
        {
            case Install install:
                Installed.Add(install.Revision);
                Sizes.Add(size = install.Replicas);
                break;
            case Scale scale:
                Sizes.Add(size = scale.Replicas);
                break;
            case SetWeight set when set.ExpectedEpoch == epoch:
                Weights.Add((weight = set.Weight).Value);
                epoch++;
                break;
            case SwitchFront front:
                Front = front.Track;
                break;
        }
    }

    private RolloutObservation Observe(RolloutState state) =>
        state.Phase switch
        {
            RolloutPhase.Checking => new Checked(SmokePasses, "GET /users answered 500"),
            RolloutPhase.Shifting or RolloutPhase.Returning => new WeightSeen(weight, epoch),
            RolloutPhase.Judging => Judge(state),
            RolloutPhase.Promoting => new FrontSeen(Front),
            _ => new TrackSeen(state.Plan.Target, size, size),
        };

    private Judged Judge(RolloutState state)
    {
        Judgements++;
        return new Judged(Verdict(state), "judged");
    }
}
