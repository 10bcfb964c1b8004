using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

/// <summary>What holds for the metadata of every object.</summary>
public static class MetadataRules
{
    private const int AnnotationsLimit = 256 * 1024;

    public static IEnumerable<FieldProblem> Problems(JsonObject content, KindRules rules) =>
        Name(content, rules).Concat(Labels(content, "metadata")).Concat(Annotations(content)).Concat(Owners(content));

    /// <summary>Problems of the labels of the metadata at <paramref name="path"/>.</summary>
    public static IEnumerable<FieldProblem> Labels(JsonNode? content, params string[] path)
    {
        var at = string.Join('.', path) + ".labels";
        return content
            .Map([.. path, "labels"])
            .SelectMany(label =>
                NameFormat.LabelKey.Problems(at, label.Key).Concat(NameFormat.LabelValue.Problems(at, label.Value))
            );
    }

    private static IEnumerable<FieldProblem> Name(JsonObject content, KindRules rules) =>
        content.Text("metadata", "name") is { Length: > 0 } name
            ? rules.Names.Problems("metadata.name", name)
            : [FieldProblem.Required("metadata.name", "name or generateName is required")];

    private static IEnumerable<FieldProblem> Annotations(JsonObject content)
    {
        var size = 0;
        foreach (var (key, value) in content.Map("metadata", "annotations"))
        {
            size += key.Length + value.Length;
            foreach (var problem in NameFormat.LabelKey.Problems("metadata.annotations", key.ToLowerInvariant()))
                yield return problem;
        }

        if (size > AnnotationsLimit)
            yield return new FieldProblem(
                "metadata.annotations",
                "FieldValueTooLong",
                $"Too long: may not be more than {AnnotationsLimit} bytes"
            );
    }

    private static IEnumerable<FieldProblem> Owners(JsonObject content)
    {
        if (content.Items("metadata", "ownerReferences").Count(owner => owner.Flag("controller")) > 1)
        {
            yield return FieldProblem.Invalid(
                "metadata.ownerReferences",
                content.At("metadata", "ownerReferences"),
                "Only one reference can have Controller set to true"
            );
        }
    }
}
