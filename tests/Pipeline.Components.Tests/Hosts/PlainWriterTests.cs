using Pipeline.Components.Hosts;

namespace Pipeline.Components.Tests.Hosts;

public class PlainWriterTests
{
    [Fact]
    public void Colours_are_taken_out_wherever_they_are_cut_in_two()
    {
        const string text = "\u001b[1;31mred\u001b[0m and [plain]";

        for (var i = 0; i <= text.Length; i++)
        {
            var output = new StringWriter();
            var writer = new PlainWriter(output);
            writer.Write(text[..i]);
            writer.Write(text[i..]);

            Assert.Equal("red and [plain]", output.ToString());
        }
    }
}
