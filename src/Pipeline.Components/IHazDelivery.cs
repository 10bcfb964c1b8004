using Nuke.Common;
using Pipeline.Core.Environments;

namespace Pipeline.Components;

/// <summary>Has a service to deliver.</summary>
public interface IHazDelivery : INukeBuild
{
    /// <summary>The service and its environments.</summary>
    ServiceDefinition Service { get; }
}
