using System.Globalization;
using System.Text;

namespace Pipeline.Images.Building;

/// <summary>The hash of everything that determines the bytes of a layer.</summary>
static class LayerKey
{
    public static async Task<Digest> OfAsync(LayerPlan plan, string format, CancellationToken cancellationToken)
    {
        var files = plan.Files.OrderBy(file => file.ImagePath, StringComparer.Ordinal).ToArray();
        var contents = new Digest[files.Length];
        await Parallel.ForAsync(
            0,
            files.Length,
            cancellationToken,
            async (index, cancel) =>
            {
                await using var content = File.OpenRead(files[index].SourcePath);
                contents[index] = await Digest.OfAsync(content, cancel);
            }
        );

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{format}\n{plan.Modified.ToUnixTimeSeconds()}\n");
        foreach (var (file, content) in files.Zip(contents))
            text.Append($"{content.Hex} {(file.IsExecutable ? 'x' : '-')} {file.ImagePath}\n");
        return Digest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
