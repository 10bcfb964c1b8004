using System.Collections.Immutable;

namespace Pipeline.Images.Docker.Dockerfiles;

/// <summary>An instruction of a Dockerfile, its continued lines joined.</summary>
/// <param name="Line">Number of its first line, from 1.</param>
/// <param name="Keyword">What it does, in upper case, for example <c>COPY</c>.</param>
/// <param name="Arguments">The rest.</param>
internal sealed record DockerfileInstruction(int Line, string Keyword, string Arguments)
{
    /// <summary>Reads the instructions of a file; comments and empty lines are left out.</summary>
    public static ImmutableArray<DockerfileInstruction> Parse(string dockerfile)
    {
        var instructions = ImmutableArray.CreateBuilder<DockerfileInstruction>();
        var lines = dockerfile.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var first = i + 1;
            var text = lines[i].Trim();
            if (text.Length == 0 || text.StartsWith('#'))
                continue;
            while (text.EndsWith('\\') && ++i < lines.Length)
            {
                // Comments may stand between the lines of an instruction.
                if (!lines[i].TrimStart().StartsWith('#'))
                    text = text[..^1] + lines[i].Trim();
            }

            var words = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            instructions.Add(
                new DockerfileInstruction(first, words[0].ToUpperInvariant(), words.Length > 1 ? words[1].Trim() : "")
            );
        }

        return instructions.ToImmutable();
    }
}
