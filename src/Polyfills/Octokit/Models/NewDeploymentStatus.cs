namespace Octokit;

/// <summary>How a deployment stands now.</summary>
public class NewDeploymentStatus
{
    public NewDeploymentStatus(DeploymentState deploymentState)
    {
        State = deploymentState;
    }

    public DeploymentState State { get; }

    public string LogUrl { get; set; }

    /// <summary>At most 140 characters.</summary>
    public string Description { get; set; }

    public string EnvironmentUrl { get; set; }

    /// <summary>Whether earlier deployments to the same environment become inactive.</summary>
    public bool? AutoInactive { get; set; }
}
