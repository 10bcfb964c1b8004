using System.Diagnostics;
using ClusterCost;
using Pipeline.LocalCluster.Tests.Cluster;

// Usage: dotnet run -c Release --project benchmarks/ClusterCost [kills [times]]
var root = Directory.CreateTempSubdirectory("cluster-cost-").FullName;
try
{
    switch (args)
    {
        case ["service"]:
            await Service.RunAsync();
            return 0;
        case ["kills", .. var times]:
            return await KillAsync(times is [var given] ? int.Parse(given) : 200);
        default:
            await Figures.PrintAsync(Path.Combine(root, "cluster"));
            return 0;
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

async Task<int> KillAsync(int times)
{
    var clock = Stopwatch.StartNew();
    var outcome = await new KillsUnderLoad(Path.Combine(root, "cluster")).RunAsync(times);
    Console.WriteLine(
        $"{times} kills in {clock.Elapsed.TotalSeconds:0} s: {outcome.Acknowledged} writes acknowledged, {outcome.Lost.Count} lost, "
            + $"{outcome.Torn.Count} torn; {outcome.Pods} pods, {outcome.Processes} processes, {outcome.LeftBehind} left behind"
    );
    var isSound = outcome is { Lost.Count: 0, Torn.Count: 0, LeftBehind: 0 } && outcome.Pods == outcome.Processes;
    return isSound ? 0 : 1;
}
