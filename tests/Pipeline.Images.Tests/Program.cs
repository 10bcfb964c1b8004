using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Tests;

// The test assembly as a process that can be killed.
if (args is ["push", var source, var tag, var repository])
    return await SlowPush.RunAsync(source, tag, repository);

// It writes its standard input into a layout and says when the first part is there.
var layout = await OciLayout.CreateAsync(args[0]);
try
{
    await using var blob = layout.CreateBlob();
    await using var input = Console.OpenStandardInput();
    var buffer = new byte[1 << 20];
    for (int count; (count = await input.ReadAsync(buffer)) > 0; )
    {
        await blob.WriteAsync(buffer.AsMemory(0, count));
        Console.WriteLine("written");
    }

    Console.WriteLine((await blob.CompleteAsync(MediaTypes.LayerTar)).Digest);
    return 0;
}
catch (ImageLayoutException exception)
{
    Console.WriteLine(exception.Message);
    return 1;
}
