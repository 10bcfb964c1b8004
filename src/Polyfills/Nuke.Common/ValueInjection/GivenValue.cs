namespace Nuke.Common.ValueInjection;

/// <summary>What was given for a parameter, and where: <c>--count</c>, <c>environment variable COUNT</c>.</summary>
internal sealed record GivenValue(IReadOnlyList<string> Words, string Source)
{
    public override string ToString() => string.Join(" ", Words);
}
