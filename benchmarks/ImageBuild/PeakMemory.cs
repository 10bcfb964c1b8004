using System.Diagnostics;

namespace ImageBuild;

/// <summary>The memory that an image of 1 GiB takes while it is built.</summary>
static class PeakMemory
{
    private const int Files = 8;
    private const int FileBytes = 128 << 20;

    public static async Task MeasureAsync()
    {
        var published = Directory.CreateTempSubdirectory("image-benchmark-published-");
        try
        {
            WriteFiles(published.FullName);
            using var sample = new Sample(published.FullName);
            var time = await Sample.TimeAsync(sample.BuildAsync);
            using var self = Process.GetCurrentProcess();
            Console.WriteLine($"1 GiB: peak of {self.PeakWorkingSet64 / 1048576.0:0} MiB, {time.TotalSeconds:0.0} s");
        }
        finally
        {
            published.Delete(recursive: true);
        }
    }

    private static void WriteFiles(string folder)
    {
        var random = new Random(1);
        var chunk = new byte[1 << 20];
        for (var i = 0; i < Files; i++)
        {
            using var file = File.Create(Path.Combine(folder, i == 0 ? Sample.EntryPoint : $"{i}.bin"));
            for (var written = 0; written < FileBytes; written += chunk.Length)
            {
                random.NextBytes(chunk);
                file.Write(chunk);
            }
        }

        File.WriteAllText(
            Path.Combine(folder, $"{Sample.EntryPoint}.deps.json"),
            """{"runtimeTarget":{"name":"x"},"targets":{"x":{}},"libraries":{}}"""
        );
    }
}
