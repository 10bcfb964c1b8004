namespace Pipeline.Components.Secrets;

/// <summary>The secrets that this process was given. A console is one for all builds of a process, and so are these.</summary>
internal static class KnownSecrets
{
    private static readonly Lock Gate = new();

    /// <summary>Takes them out of text.</summary>
    public static Redaction Redaction { get; private set; } = Redaction.None;

    /// <summary>Adds secrets; from now on they are taken out of everything that is written.</summary>
    public static void Add(IEnumerable<string> secrets)
    {
        lock (Gate)
            Redaction = new Redaction(Redaction.Secrets.Concat(secrets));
    }

    /// <summary>The text without secrets.</summary>
    public static string Redact(string text) => Redaction.Apply(text);
}
