using Pipeline.Core.Environments;

namespace Pipeline.Components.Deliver;

/// <summary>How an environment came to serve a revision.</summary>
/// <param name="Revision">What it serves.</param>
/// <param name="Rollout">Identifier of the rollout that brought it.</param>
/// <param name="Sentence">What proves it good, for people.</param>
public sealed record DeliveryReport(Revision Revision, string Rollout, string Sentence);
