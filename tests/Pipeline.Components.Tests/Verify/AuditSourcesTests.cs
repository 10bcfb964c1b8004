using System.Net;
using System.Text;
using Pipeline.Components.Verify;

namespace Pipeline.Components.Tests.Verify;

public class AuditSourcesTests
{
    [Theory]
    [InlineData("""{"resources":[{"@type":"PackageBaseAddress/3.0.0"},{"@type":"VulnerabilityInfo/6.7.0"}]}""", true)]
    [InlineData("""{"resources":[{"@type":"PackageBaseAddress/3.0.0"}]}""", false)]
    [InlineData("{}", false)]
    [InlineData("<html>a proxy</html>", false)]
    public async Task A_source_has_audit_data_when_its_index_says_so(string index, bool expected)
    {
        using var listener = new HttpListener();
        var source = Listen(listener);
        var answering = AnswerOnceAsync(listener, index);

        var found = await AuditSources.HaveDataAsync(["/a/folder", source], default);

        await answering;
        Assert.Equal(expected, found);
    }

    private static string Listen(HttpListener listener)
    {
        // HttpListener cannot be asked for any free port; one that was just free will do.
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        listener.Prefixes.Add(address);
        listener.Start();
        return address;
    }

    private static async Task AnswerOnceAsync(HttpListener listener, string content)
    {
        var context = await listener.GetContextAsync();
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(content));
        context.Response.Close();
    }
}
