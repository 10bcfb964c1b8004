namespace Pipeline.Components.Tests.Deliver;

internal sealed class RunDiedException : Exception;
