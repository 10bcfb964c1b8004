using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>
/// The targets that the command line asks for, and those that it leaves out: null for none, empty for all that are not asked for.
/// </summary>
internal sealed record InvokedTargets(IReadOnlyList<ExecutableTarget> Invoked, IReadOnlyList<ExecutableTarget> Skipped);
