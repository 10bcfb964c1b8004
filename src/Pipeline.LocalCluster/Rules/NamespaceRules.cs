using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

internal sealed class NamespaceRules : KindRules
{
    public override NameFormat Names => NameFormat.Label;

    public override void Default(JsonObject content)
    {
        content.Within("spec")["finalizers"] ??= new JsonArray("kubernetes");
        content.Within("metadata").Within("labels")["kubernetes.io/metadata.name"] = content.Text("metadata", "name");
    }
}
