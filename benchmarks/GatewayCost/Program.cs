using GatewayCost;

// Usage: dotnet run -c Release --project benchmarks/GatewayCost [seconds]
// The exit code is 1 if a figure is not what issue and documentation promise.
switch (args)
{
    case ["origin"]:
        await Origin.RunAsync();
        return 0;
    case ["gateway", var origin]:
        await GatewayRole.RunAsync(origin);
        return 0;
    default:
        return await Measurement.RunAsync(TimeSpan.FromSeconds(args is [var given] ? int.Parse(given) : 10));
}
