using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>
/// Gives each pod a loopback address of its own, so that all can listen on the same port. Two octets come from the cluster's
/// directory, so that two clusters on one machine keep out of each other's way.
/// </summary>
internal sealed class PodAddresses
{
    // 127.0.x.y is left to the machine: resolvers and test servers live there.
    private readonly byte _second;
    private readonly byte _third;
    private readonly HashSet<string> _taken = [];
    private readonly Lock _gate = new();
    private int _next;

    public PodAddresses(string root)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(root));
        (_second, _third) = ((byte)(1 + hash[0] % 254), hash[1]);
    }

    /// <summary>An address that no other pod has and on which nobody listens on <paramref name="ports"/>.</summary>
    /// <param name="preferred">Taken if it is free: what the pod had before.</param>
    /// <param name="ports">The ports that the pod will listen on.</param>
    /// <exception cref="InvalidOperationException">All are taken.</exception>
    public string Acquire(string? preferred, ImmutableArray<int> ports)
    {
        lock (_gate)
        {
            if (preferred is not null && !_taken.Contains(preferred) && IsFree(preferred, ports))
            {
                _taken.Add(preferred);
                return preferred;
            }

            for (var tries = 0; tries < 256 * 253; tries++)
            {
                var address = Next();
                if (!_taken.Contains(address) && IsFree(address, ports))
                {
                    _taken.Add(address);
                    return address;
                }
            }
        }

        throw new InvalidOperationException($"no free address in 127.{_second}.0.0/16");
    }

    /// <summary>Takes the address of a pod that runs already.</summary>
    public void Keep(string address)
    {
        lock (_gate)
            _taken.Add(address);
    }

    public void Release(string address)
    {
        lock (_gate)
            _taken.Remove(address);
    }

    // Addresses are used in turn: a pod's is not given again soon, so nobody talks to the wrong one.
    private string Next()
    {
        var number = _next++;
        return $"127.{_second}.{(_third + number / 253) % 256}.{2 + number % 253}";
    }

    private static bool IsFree(string address, ImmutableArray<int> ports)
    {
        foreach (var port in ports)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), port));
            }
            catch (SocketException)
            {
                return false;
            }
        }

        return true;
    }
}
