using System.Diagnostics;
using JudgeContract;

// Usage: dotnet run -c Release --project benchmarks/JudgeContract [runs]
var runs = args is [var given] ? int.Parse(given) : 10_000;
var fails = Contract.Tolerated(Contract.Alpha, runs);
var passes = Contract.Tolerated(Contract.Beta, runs);
var kept = true;
var clock = Stopwatch.StartNew();

Console.WriteLine($"{runs} runs of {ComparisonScenario.Ticks} ticks each, a look at every tick, seed {Contract.Seed}");
Console.WriteLine($"\nEqual tracks, alpha {Contract.Alpha}: at most {fails} false fails");
Console.WriteLine($"{"rate", -12}{"split", 6}{"per tick", 10}{"fails", 8}");
foreach (var scenario in Contract.EqualTracks)
{
    var count = Contract
        .Repeat(runs, random => scenario.Run(random, Contract.Alpha))
        .Count(result => result is not null);
    kept &= count <= fails;
    Console.WriteLine($"{scenario.Name, -12}{scenario.Split, 6}{scenario.PerTick, 10}{count, 8}");
}

foreach (var (split, perTick) in new[] { (0.5, 50), (0.05, 500) })
{
    var scenario = new LatencyScenario(1, split, perTick);
    var count = Contract
        .Repeat(runs, random => scenario.Run(random, Contract.Alpha))
        .Count(result => result is not null);
    kept &= count <= fails;
    Console.WriteLine($"{"latency", -12}{split, 6}{perTick, 10}{count, 8}");
}

Console.WriteLine($"\nA version at the trigger: at most {fails} fails and {passes} passes");
Console.WriteLine($"{"trigger", -12}{"per tick", 10}{"fails", 8}{"passes", 8}");
foreach (var scenario in Contract.AtTrigger)
{
    var results = Contract.Repeat(runs, random => scenario.Run(random, Contract.Alpha, Contract.Beta));
    var (over, under) = (
        results.Count(result => result.Over is not null),
        results.Count(result => result.Under is not null)
    );
    kept &= over <= fails && under <= passes;
    Console.WriteLine($"{scenario.Trigger, -12:0.## %}{scenario.PerTick, 10}{over, 8}{under, 8}");
}

Console.WriteLine(
    "\nTime to a verdict against the trigger of 1 %, share decided, median requests, ticks and seconds until then"
);
foreach (var rate in new[] { 0, 0.0005, 0.02, 0.05, 0.1 })
{
    var scenario = new TriggerScenario(rate, 0.01, 50);
    var over = rate > scenario.Trigger;
    Print(
        $"{rate * 100:0.##} % {(over ? "fails" : "passes")}",
        1,
        scenario.PerTick,
        random =>
            over
                ? scenario.Run(random, Contract.Alpha, Contract.Beta).Over
                : scenario.Run(random, Contract.Alpha, Contract.Beta).Under
    );
}

Console.WriteLine(
    "\nPower of the comparison: share caught, median requests of the new version, ticks and seconds until then"
);
Console.WriteLine(
    $"{"stable -> new", -18}{"split", 6}{"per tick", 10}{"caught", 9}{"requests", 10}{"ticks", 7}{"seconds", 9}"
);
foreach (var scenario in Contract.WorseVersions)
    Print(scenario.Name, scenario.Split, scenario.PerTick, random => scenario.Run(random, Contract.Alpha));
foreach (var slowdown in new[] { 1.1, 1.2, 1.5 })
foreach (var (split, perTick) in new[] { (0.5, 10), (0.5, 100), (0.05, 1000) })
{
    var scenario = new LatencyScenario(slowdown, split, perTick);
    Print($"latency +{(slowdown - 1) * 100:0} %", split, perTick, random => scenario.Run(random, Contract.Alpha));
}

Console.WriteLine($"\n{(kept ? "contract kept" : "CONTRACT BROKEN")}, {clock.Elapsed.TotalSeconds:0} s");
return kept ? 0 : 1;

void Print(string name, double split, int perTick, Func<Random, Catch?> run)
{
    var results = Contract.Repeat(runs, run);
    var share = results.Count(result => result is not null) / (double)runs;
    var median = Contract.Median(results);
    Console.WriteLine(
        $"{name, -18}{split, 6}{perTick, 10}{share, 9:0.0 %}{median?.Requests, 10}{median?.Tick, 7}{median?.Tick * Contract.Look.TotalSeconds, 9}"
    );
}
