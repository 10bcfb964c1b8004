using GatewayCost;

// Usage: dotnet run -c Release --project benchmarks/GatewayCost [seconds]
switch (args)
{
    case ["origin"]:
        await Origin.RunAsync();
        break;
    case ["gateway", var origin]:
        await GatewayRole.RunAsync(origin);
        break;
    default:
        await MeasureAsync(TimeSpan.FromSeconds(args is [var given] ? int.Parse(given) : 10));
        break;
}

static async Task MeasureAsync(TimeSpan duration)
{
    using var origin = RoleProcess.Start("origin");
    using var gateway = RoleProcess.Start("gateway", origin.Address);
    var warmUp = TimeSpan.FromSeconds(3);
    await Load.AtMostAsync(gateway.Address, warmUp);
    await Load.AtRateAsync(gateway.Address, 1000, warmUp);

    var before = gateway.ProcessorTime;
    var most = await Load.AtMostAsync(gateway.Address, duration);
    var busy = (gateway.ProcessorTime - before) / most.Count;
    Console.WriteLine(
        $"as fast as it goes: {most.Count / duration.TotalSeconds:0} requests/s, {busy.TotalMicroseconds:0} us of processor "
            + $"each: {1 / busy.TotalSeconds:0} requests/s on one core"
    );

    before = gateway.ProcessorTime;
    var through = await Load.AtRateAsync(gateway.Address, 1000, duration);
    var steady = (gateway.ProcessorTime - before) / through.Count;
    var direct = await Load.AtRateAsync(origin.Address, 1000, duration);
    Console.WriteLine($"1,000 requests/s: {steady.TotalMicroseconds:0} us of processor each");
    foreach (var percent in new[] { 50, 95, 99 })
    {
        var (with, without) = (Load.Percentile(through, percent), Load.Percentile(direct, percent));
        Console.WriteLine(
            $"p{percent}: {with:0.00} ms, {without:0.00} ms without the gateway, {with - without:0.00} ms added"
        );
    }
}
