namespace Pipeline.Components.Explain;

/// <summary>A verdict that is reached again from its record is another one.</summary>
/// <param name="message">Which, and how they differ.</param>
public sealed class ReplayDisagreesException(string message) : Exception(message);
