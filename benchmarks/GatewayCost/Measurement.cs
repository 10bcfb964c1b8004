namespace GatewayCost;

/// <summary>What the gateway takes and what it adds, held against what is promised of it.</summary>
internal static class Measurement
{
    private const int Rate = 1000;
    private const int Rounds = 9;
    private const double PromisedPerSecond = 5000;
    private const double PromisedP99 = 1;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <returns>0 if both promises are kept, else 1.</returns>
    public static async Task<int> RunAsync(TimeSpan duration)
    {
        using var origin = RoleProcess.Start("origin");
        var perSecond = await OnOneCoreAsync(origin, duration);
        var p99 = await AddedAsync(origin, duration / 3);
        var kept = perSecond >= PromisedPerSecond && p99 < PromisedP99;
        Console.WriteLine(
            $"at least {PromisedPerSecond} requests/s and under {PromisedP99} ms at p99: {(kept ? "yes" : "NO")}"
        );
        return kept ? 0 : 1;
    }

    private static async Task<double> OnOneCoreAsync(RoleProcess origin, TimeSpan duration)
    {
        using var gateway = RoleProcess.StartOnOneCore("gateway", origin.Address);
        await Load.AtMostAsync(gateway.Address, WarmUp);
        var before = gateway.ProcessorTime;
        var most = await Load.AtMostAsync(gateway.Address, duration);
        var each = (gateway.ProcessorTime - before) / most.Count;
        var perSecond = most.Count / duration.TotalSeconds;
        Console.WriteLine($"on one core: {perSecond:0} requests/s, {each.TotalMicroseconds:0} us of processor each");
        return perSecond;
    }

    // What else the machine does differs from second to second, so each round compares neighbours, and the rounds are compared by
    // their median.
    private static async Task<double> AddedAsync(RoleProcess origin, TimeSpan duration)
    {
        using var gateway = RoleProcess.Start("gateway", origin.Address);
        await Load.AtMostAsync(gateway.Address, WarmUp);
        await Load.AtRateAsync(gateway.Address, Rate, WarmUp);
        var added = new Dictionary<int, List<double>>
        {
            [50] = [],
            [95] = [],
            [99] = [],
        };
        for (var round = 0; round < Rounds; round++)
        {
            var direct = await Load.AtRateAsync(origin.Address, Rate, duration);
            var through = await Load.AtRateAsync(gateway.Address, Rate, duration);
            foreach (var (percent, differences) in added)
                differences.Add(Load.Percentile(through, percent) - Load.Percentile(direct, percent));
        }

        foreach (var (percent, differences) in added)
        {
            differences.Sort();
            Console.WriteLine(
                $"added at {Rate} requests/s, p{percent}: {Median(differences):0.00} ms, median of {Rounds} rounds from "
                    + $"{differences[0]:0.00} to {differences[^1]:0.00} ms"
            );
        }

        return Median(added[99]);
    }

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];
}
