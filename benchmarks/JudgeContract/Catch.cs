namespace JudgeContract;

/// <summary>When a judge decided.</summary>
/// <param name="Tick">Look, counted from 1.</param>
/// <param name="Requests">Requests of the new version until then.</param>
public sealed record Catch(int Tick, long Requests);
