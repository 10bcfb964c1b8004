using Pipeline.Images;
using Pipeline.Images.Documents;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Node.Unpacking;

namespace Pipeline.LocalCluster.Tests.Node.Containers;

public sealed class ContainerCommandTests : IDisposable
{
    private static readonly ContainerSpec Container = new() { Name = "web", Image = "web" };

    private readonly TemporaryDirectory _directory = new();

    public ContainerCommandTests()
    {
        Directory.CreateDirectory(_directory.Combine("app", "bin"));
        File.WriteAllText(_directory.Combine("app", "run"), "");
        File.WriteAllText(_directory.Combine("app", "bin", "tool"), "");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_image_says_what_to_start()
    {
        var command = Resolve(Container);

        Assert.Equal(_directory.Combine("app", "run"), command.Program);
        Assert.Equal(["/app/run", "--serve"], command.Arguments);
        Assert.Equal(_directory.Combine("app"), command.WorkingDirectory);
    }

    [Fact]
    public void Arguments_of_the_container_replace_those_of_the_image()
    {
        Assert.Equal(["/app/run", "--other"], Resolve(Container with { Arguments = ["--other"] }).Arguments);
    }

    [Fact]
    public void A_command_of_the_container_replaces_entrypoint_and_arguments()
    {
        Assert.Equal(["bin/tool"], Resolve(Container with { Command = ["bin/tool"] }).Arguments);
    }

    [Theory]
    [InlineData("/app/bin/tool", "/")]
    [InlineData("bin/tool", "/app")]
    [InlineData("./tool", "/app/bin")]
    [InlineData("tool", "/")]
    public void The_program_is_looked_for_in_the_image(string program, string workingDirectory)
    {
        var command = Resolve(Container with { Command = [program], WorkingDirectory = workingDirectory });

        Assert.Equal(_directory.Combine("app", "bin", "tool"), command.Program);
    }

    [Fact]
    public void Arguments_refer_to_variables()
    {
        Assert.Equal(["/app/run", "--in=yes"], Resolve(Container with { Arguments = ["--in=$(GREETING)"] }).Arguments);
    }

    [Theory]
    [InlineData("/bin/sh", "exec: \"/bin/sh\": not found in the image")]
    [InlineData("sh", "exec: \"sh\": not found in the image")]
    [InlineData("../../bin/sh", "exec: '/app/../../bin/sh' leads out of the image")]
    public void The_machines_own_programs_are_not_started(string program, string message)
    {
        var error = Assert.Throws<LaunchException>(() => Resolve(Container with { Command = [program] }));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_working_directory_that_is_not_there_is_named()
    {
        var error = Assert.Throws<LaunchException>(() => Resolve(Container with { WorkingDirectory = "/none" }));

        Assert.Equal("working directory /none: not found in the image", error.Message);
    }

    [Fact]
    public void Nothing_to_start_is_an_error()
    {
        var error = Assert.Throws<LaunchException>(() => Resolve(Container, new ContainerConfig()));

        Assert.Contains("nothing to start", error.Message, StringComparison.Ordinal);
    }

    private ContainerCommand Resolve(ContainerSpec container, ContainerConfig? config = null)
    {
        config ??= new ContainerConfig
        {
            Entrypoint = ["/app/run"],
            Cmd = ["--serve"],
            WorkingDir = "/app",
        };
        var image = new UnpackedImage(Digest.Of("image"u8), new ImageRoot(_directory.Path), config)
        {
            WasCached = true,
        };
        var variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/app/bin", ["GREETING"] = "yes" };
        return ContainerCommand.Resolve(container, image, variables);
    }
}
