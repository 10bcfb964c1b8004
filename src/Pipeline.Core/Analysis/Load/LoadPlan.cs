using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Load;

/// <summary>An open-loop load: the schedule is fixed beforehand, so that a slow server cannot slow the load down.</summary>
public sealed record LoadPlan
{
    /// <summary>Requests per second; above 0.</summary>
    public required double Rate { get; init; }

    /// <summary>No request is due at or after this time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>No more requests than this are sent.</summary>
    public required long MaximumRequests { get; init; }

    /// <summary>The routes, drawn at random by their share.</summary>
    public required ImmutableArray<LoadRoute> Routes { get; init; }

    /// <summary>What the numbers that draw the routes begin with: equal seeds give equal loads.</summary>
    public required int Seed { get; init; }

    /// <summary>The same load with the routes that change nothing on the server.</summary>
    public LoadPlan OnlyReads() => this with { Routes = [.. Routes.Where(route => route.OnlyReads)] };

    /// <summary>Everything that keeps this load from being sent; empty for a good plan.</summary>
    public IEnumerable<string> Problems()
    {
        if (Rate is not (> 0 and < double.PositiveInfinity))
            yield return $"Rate is {Rate}: it must be positive";
        if (Duration <= TimeSpan.Zero)
            yield return $"Duration is {RateText.InSeconds(Duration)}: it must be positive";
        if (MaximumRequests < 1)
            yield return $"MaximumRequests is {MaximumRequests}: it is at least 1";
        if (Routes.IsDefaultOrEmpty)
            yield return "Routes is empty: there is nothing to send";
        else
            foreach (var route in Routes.Where(route => route.Share < 1))
                yield return $"{route.Method} {route.Path} has the share {route.Share}: it is at least 1";
    }

    /// <summary>The requests by rising due time.</summary>
    /// <param name="random">Draws the routes; begun with <see cref="Seed"/>, it draws the same ones each time.</param>
    /// <exception cref="InvalidOperationException">The plan has problems.</exception>
    public IEnumerable<PlannedRequest> Requests(Random random)
    {
        if (Problems().ToList() is [_, ..] problems)
            throw new InvalidOperationException($"the load cannot be sent: {string.Join("; ", problems)}");
        return Schedule(random);
    }

    private IEnumerable<PlannedRequest> Schedule(Random random)
    {
        for (var i = 0L; i < MaximumRequests; i++)
        {
            var due = TimeSpan.FromSeconds(i / Rate);
            if (due >= Duration)
                yield break;
            yield return new PlannedRequest(due, DrawRoute(random));
        }
    }

    private LoadRoute DrawRoute(Random random)
    {
        var drawn = random.Next(Routes.Sum(route => route.Share));
        var index = 0;
        while (drawn >= Routes[index].Share)
            drawn -= Routes[index++].Share;
        return Routes[index];
    }
}
