namespace Nuke.Common.Execution;

/// <summary>Something that the user of the build has to put right; its message is all that is printed.</summary>
internal sealed class BuildFailure(string message) : Exception(message);
