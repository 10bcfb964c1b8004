using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Images.Docker.Dockerfiles;

/// <summary>What a Dockerfile must satisfy before it is sent to an engine.</summary>
public static partial class DockerfileLint
{
    /// <summary>The base image that has nothing in it.</summary>
    public const string Scratch = "scratch";

    /// <summary>Everything that is wrong with a Dockerfile, each with its line; empty for a good one.</summary>
    public static IEnumerable<string> Problems(string dockerfile)
    {
        var instructions = DockerfileInstruction.Parse(dockerfile);
        return
        [
            .. Unpinned(instructions),
            .. instructions.SelectMany(each => Problems(each).Select(problem => $"line {each.Line}: {problem}")),
            .. OfFinalStage(instructions),
        ];
    }

    private static IEnumerable<string> Unpinned(ImmutableArray<DockerfileInstruction> instructions)
    {
        var stages = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Scratch };
        foreach (var from in instructions.Where(each => each.Keyword == "FROM"))
        {
            var words = from
                .Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal))
                .ToArray();
            if (words is not [var image, ..] || (!stages.Contains(image) && !Pinned().IsMatch(image)))
                yield return $"line {from.Line}: FROM {from.Arguments} is not pinned: a tag moves; write name@sha256:<digest>";
            if (words is [_, _, var stage])
                stages.Add(stage);
        }
    }

    private static IEnumerable<string> Problems(DockerfileInstruction instruction)
    {
        var (_, keyword, arguments) = instruction;
        if (!Keywords.Contains(keyword))
            yield return $"{keyword} is no instruction of a Dockerfile";
        if (keyword == "ADD")
            yield return "ADD unpacks archives and downloads: use COPY";
        if (keyword == "RUN" && SecretMount().IsMatch(arguments))
            yield return $"RUN mounts a secret: {BuildArguments.WhyNoSecrets}";
        if (keyword is "ARG" or "ENV" && BuildArguments.LooksSecret(arguments.Split('=', ' ')[0]))
            yield return $"{keyword} {arguments.Split('=', ' ')[0]} looks like a secret: {BuildArguments.WhyNoSecrets}";
        if (keyword is "RUN" or "COPY" && HereDocument().IsMatch(arguments))
            yield return "here-documents are not known to the classic builder";
    }

    private static IEnumerable<string> OfFinalStage(ImmutableArray<DockerfileInstruction> instructions)
    {
        var start = instructions.ToList().FindLastIndex(each => each.Keyword == "FROM");
        if (start < 0)
        {
            yield return "there is no FROM";
            yield break;
        }

        var final = instructions[start..];
        string? Last(string keyword) => final.LastOrDefault(each => each.Keyword == keyword)?.Arguments;

        if (Last("USER") is not { } user || !NotRoot().IsMatch(user))
            yield return $"the last stage runs as {Last("USER") ?? "root"}: a numeric user other than 0 is expected, as Kubernetes can check it";
        if (Last("HEALTHCHECK") is null or "NONE")
            yield return "the last stage has no HEALTHCHECK";
        if (Last("ENTRYPOINT")?.StartsWith('[') != true)
            yield return "the last stage has no ENTRYPOINT in exec form: a shell would keep SIGTERM from the service";
    }

    private static readonly ImmutableHashSet<string> Keywords =
    [
        "FROM",
        "ARG",
        "ENV",
        "RUN",
        "COPY",
        "ADD",
        "WORKDIR",
        "USER",
        "LABEL",
        "EXPOSE",
        "VOLUME",
        "CMD",
        "ENTRYPOINT",
        "HEALTHCHECK",
        "STOPSIGNAL",
        "SHELL",
        "ONBUILD",
    ];

    [GeneratedRegex("@sha256:[0-9a-f]{64}$")]
    private static partial Regex Pinned();

    [GeneratedRegex("--mount=[^ ]*type=(secret|ssh)")]
    private static partial Regex SecretMount();

    [GeneratedRegex("<<-?[\"']?[A-Za-z]")]
    private static partial Regex HereDocument();

    [GeneratedRegex("^[1-9][0-9]*(:[0-9]+)?$")]
    private static partial Regex NotRoot();
}
