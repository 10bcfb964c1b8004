namespace Pipeline.Images.Statements;

/// <summary>There is no key to sign with: what was given is none, or cannot be read.</summary>
public sealed class SigningKeyException(string message, Exception? cause = null) : Exception(message, cause);
