using System.Text;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

internal sealed class SecretRules : KindRules
{
    public override void Default(JsonObject content)
    {
        if (content["stringData"] is not JsonObject)
            return;
        foreach (var (name, value) in content.Map("stringData").ToList())
            content.Within("data")[name] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
        content.Remove("stringData");
    }

    public override IEnumerable<FieldProblem> Problems(JsonObject content) =>
        ConfigMapRules.Keys(content, "data").Concat(ConfigMapRules.Size(content, "data"));

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old) =>
        Unchanged(content, old, "type").Concat(ConfigMapRules.Frozen(content, old, "data"));
}
