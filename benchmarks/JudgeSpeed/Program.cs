using BenchmarkDotNet.Running;
using JudgeSpeed;

// Usage: dotnet run -c Release --project benchmarks/JudgeSpeed [BenchmarkDotNet arguments]
BenchmarkSwitcher
    .FromTypes([typeof(SequentialSpeed), typeof(IntervalSpeed)])
    .Run(args.Length > 0 ? args : ["--filter", "*"]);
