using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace ImageBuild;

/// <summary>What a push sends, and how long it takes: of everything, of nothing new, and of one changed assembly.</summary>
static class PushTimes
{
    public static async Task MeasureAsync(string published, string registry)
    {
        using var sample = new Sample(published);
        using var target = new RemoteRegistry(RegistryReference.Parse($"{registry}/benchmark-{Guid.NewGuid():N}"));
        await ReportAsync("first", sample, target);
        await ReportAsync("unchanged", sample, target);
        sample.Change();
        await ReportAsync("one assembly changed", sample, target);
    }

    private static async Task ReportAsync(string what, Sample sample, IImageRegistry target)
    {
        var image = await sample.BuildAsync();
        TransferResult? sent = null;
        var time = await Sample.TimeAsync(async () => sent = await target.PushAsync(image));
        Console.WriteLine(
            $"{what}: {time.TotalSeconds:0.000} s, {sent!.BlobsSent} blobs sent ({sent.BytesSent / 1e6:0.00} MB), {sent.BlobsPresent} were there"
        );
    }
}
