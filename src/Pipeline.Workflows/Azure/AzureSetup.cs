using System.Text;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;

namespace Pipeline.Workflows.Azure;

/// <summary>What has to be set in Azure DevOps by hand, because its files cannot say it.</summary>
internal static class AzureSetup
{
    public static string Write(IReadOnlyList<WorkflowPlan> plans, Func<string, string> pathOf)
    {
        var deliveries = plans.SelectMany(plan => plan.Jobs).Where(job => job.Delivers).ToList();
        var text = new StringBuilder();
        text.Append(
            """
            # Setting up Azure Pipelines

            <!-- Generated from build/Workflows.cs by ./build.sh GenerateWorkflows, which overwrites changes. -->

            The files say what runs. Approvals, locks and secrets belong to resources of the project, and are set once.

            ## Pipelines

            *Pipelines → New pipeline → existing YAML file*, one for each:

            | pipeline | file |
            |---|---|

            """
        );
        foreach (var plan in plans)
            text.Append($"| {plan.Name} | `{pathOf(plan.Name)}` |\n");
        text.Append(
            """

            *Project settings → Pipelines → Settings*: limit the job authorization scope, limit variables that can be set at queue time, and
            build pull requests from forks without secrets and only after a comment.

            ## Environments

            *Pipelines → Environments*, each with these *Approvals and checks*:

            | environment | branch control | approvals | exclusive lock |
            |---|---|---|---|

            """
        );
        foreach (var job in deliveries)
            text.Append($"| {job.Stage.Environment!.Name} | {BranchOf(job)} | {ApprovalOf(job)} | yes |\n");
        text.Append(
            $"""

            The stages say `lockBehavior: sequential`: deliveries to one environment run one after the other, and none is dropped.

            ## Variable groups

            *Pipelines → Library*, one group per environment, with *Pipeline permissions* for the pipelines above only. A group must exist
            even if nothing in it is set.

            | group | variable | secret | meaning |
            |---|---|---|---|

            """
        );
        foreach (var job in deliveries)
        {
            text.Append(
                $"| {job.Stage.Environment!.Name} | `{BuildCommand.ContextVariable}` | no | context of the cluster; leave it out for the embedded cluster |\n"
            );
            text.Append(
                $"| {job.Stage.Environment!.Name} | `{BuildCommand.KubeconfigSecret}` | yes | the kubeconfig, where no service connection is used |\n"
            );
            text.Append(
                $"| {job.Stage.Environment!.Name} | `AKS_RESOURCE_GROUP`, `AKS_CLUSTER` | no | the cluster that the service connection opens |\n"
            );
        }

        foreach (var (plan, job, secret) in Secrets(plans))
            text.Append(
                $"| {job.Stage.Environment?.Name ?? $"pipeline {plan.Name}"} | `{BuildCommand.VariableOf(secret)}` | yes | read by {job.Name} |\n"
            );
        text.Append(
            """

            ## Service connection

            *Project settings → Service connections → Azure Resource Manager → Workload identity federation*. Limit it to the resource group of
            the cluster, to the branch and to the pipelines above. Its name is the parameter `serviceConnection` of a delivery; without one
            the kubeconfig of the group is used, and without that the embedded cluster.

            ## Scanner

            There is no task that installs Trivy at a commit: the image of the agents has it, or the scan says that it did not run, and no
            environment but the embedded one accepts that.

            """
        );
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string BranchOf(JobPlan job) =>
        job.Stage.Condition is StageCondition.OnBranch(var branch) ? $"`refs/heads/{branch}`" : "none";

    private static string ApprovalOf(JobPlan job) =>
        job.Stage.Environment!.NeedsApproval ? "one person, not the one who started the run" : "none";

    private static IEnumerable<(WorkflowPlan Plan, JobPlan Job, string Secret)> Secrets(
        IReadOnlyList<WorkflowPlan> plans
    ) => from plan in plans from job in plan.Jobs from secret in job.Secrets select (plan, job, secret);
}
