using System.Net;
using System.Net.Sockets;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>
/// The two listening sockets, bound before anything else starts: every port is known from the beginning, and one that
/// is taken is an error before there is something to undo. Whoever serves a socket owns it.
/// </summary>
public sealed record ClusterSockets(Socket Api, Socket Gateway)
{
    public Uri ApiAddress => new($"https://{(IPEndPoint)Api.LocalEndPoint!}");

    public Uri GatewayAddress => new($"http://{(IPEndPoint)Gateway.LocalEndPoint!}");

    /// <summary>Binds both ports on 127.0.0.1.</summary>
    /// <exception cref="ClusterStartException">A port is in use.</exception>
    public static ClusterSockets Bind(ClusterOptions options)
    {
        var api = Listen(options.ApiPort, "--api-port");
        try
        {
            return new ClusterSockets(api, Listen(options.GatewayPort, "--gateway-port"));
        }
        catch
        {
            api.Dispose();
            throw;
        }
    }

    private static Socket Listen(int port, string option)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(512);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new ClusterStartException(
                $"{option}: 127.0.0.1:{port} is not free ({e.Message}): stop what listens there, or choose another port (0 is any free one)"
            );
        }
    }
}
