using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Storage.Log;

try
{
    await ClusterHost.RunAsync(CommandLine.Parse(args));
    return 0;
}
catch (Exception e)
    when (e is ClusterStartException or StoreDamagedException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
