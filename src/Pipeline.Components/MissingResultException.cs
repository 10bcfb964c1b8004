namespace Pipeline.Components;

/// <summary>A target needs the result of another one, and it is not there.</summary>
public sealed class MissingResultException(string message) : Exception(message);
