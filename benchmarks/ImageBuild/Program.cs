using ImageBuild;

// Usage: dotnet run -c Release --project benchmarks/ImageBuild -- build <published folder>
//        dotnet run -c Release --project benchmarks/ImageBuild -- push <published folder> <registry host:port>
//        dotnet run -c Release --project benchmarks/ImageBuild -- memory
switch (args)
{
    case ["build", var published]:
        await BuildTimes.MeasureAsync(published);
        break;
    case ["push", var published, var registry]:
        await PushTimes.MeasureAsync(published, registry);
        break;
    case ["memory"]:
        await PeakMemory.MeasureAsync();
        break;
    default:
        Console.Error.WriteLine("expected: build <published folder> | push <published folder> <registry> | memory");
        return 1;
}

return 0;
